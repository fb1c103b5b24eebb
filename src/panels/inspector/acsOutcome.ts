import type { Answer } from '../../base/answer.ts';
import type { AcsHistory, EffectiveAcs } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Settings } from '../../model/settings.ts';
import { documentAsRun } from '../../store/machineAsRun.ts';
import type { PeerlaneState } from '../../store/state.ts';

/** What became of one function's ACS word, and what it answers for. */
export interface AcsOutcome {
  /** With the control word after boot. */
  readonly asRun: PciFunction;
  /** `null`: nothing was booted, words are taken as they stand. */
  readonly history: AcsHistory | null;
  /** `null`: not answered yet. */
  readonly effective: EffectiveAcs | null;
}

/** The outcomes of these functions, as far as the engine has answered. */
export interface AcsOutcomes {
  readonly mode: Settings['acsWords'];
  readonly of: readonly AcsOutcome[];
  /** What is shown is about an earlier state of the document. */
  readonly isStale: boolean;
}

type Answers = Pick<PeerlaneState, 'document' | 'results' | 'isolated'>;

/** Looks up what the engine said of functions of the open document. */
export function acsOutcomes(state: Answers, functions: readonly PciFunction[]): AcsOutcomes {
  const { document, results, isolated } = state;
  const run = documentAsRun(state);
  const histories = new Map<FunctionId, AcsHistory>(
    results?.boot.words.map((word) => [word.function, word]),
  );
  const places = new Map(document?.machine.functions.map(({ id }, place) => [id, place]));
  const isSameSize = isolated?.effective.length === document?.machine.functions.length;
  const effectiveOf = (id: FunctionId): EffectiveAcs | null =>
    (isSameSize ? isolated?.effective[places.get(id) ?? -1] : undefined) ?? null;
  return {
    mode: document?.machine.settings.acsWords ?? 'as-is',
    of: functions.map((fn) => ({
      asRun: run?.byId.get(fn.id) ?? fn,
      history: histories.get(fn.id) ?? null,
      effective: effectiveOf(fn.id),
    })),
    isStale: results?.revision !== document?.revision || isolated?.revision !== document?.revision,
  };
}

/** Several answers as one cell shows them: `yes`, `no`, `?`, or `2 of 3`. */
export function answersText(answers: readonly (Answer | null)[]): string {
  const known = answers.filter((answer) => answer === 'yes').length;
  const open = answers.filter((answer) => answer === null || answer === 'unknown').length;
  if (open === answers.length) return '?';
  if (answers.length === 1) return known === 1 ? 'yes' : 'no';
  return `${open === 0 ? known : `${known}–${known + open}`} of ${answers.length}`;
}

const QUIRKS: Readonly<Record<string, string>> = {
  'amd-southbridge': 'AMD southbridge functions redirect among themselves',
  'multifunction-endpoint-no-internal-p2p': 'its functions have no path to each other',
  'intel-rciep': 'integrated endpoints of Intel',
  'qualcomm-root-port': 'root ports of Qualcomm',
  'nxp-root-port': 'root ports of NXP',
  'intel-pch-root-port-no-acs-cap': 'Intel chipset ports, switched in registers of the chipset',
  'intel-sunrise/union-point-misplaced-acs': 'Intel chipset ports with the control word at +8',
  'cavium-thunderx-root-port': 'root ports of Cavium ThunderX',
  'xgene/ampere-root-port': 'root ports of X-Gene and Ampere',
  'broadcom-iproc-paxb-root-port': 'root ports of Broadcom iProc',
  'loongson-root-port': 'root ports of Loongson',
  'annapurna-root-port': 'root ports of Annapurna',
  'zhaoxin-root-or-downstream-port': 'ports of Zhaoxin',
  'wangxun-nic': 'network cards of Wangxun',
};

/** What gave the effective answer, in words. */
export function sourceWords(source: string): string {
  if (source === 'register') return 'by its registers';
  if (source.startsWith('quirk:')) {
    const family = source.slice('quirk:'.length);
    return `by the kernel’s table: ${QUIRKS[family] ?? family}`;
  }
  switch (source) {
    case 'type:single-function':
      return 'by its type: a single function has nobody beside it';
    case 'type:virtual-function':
      return 'by its type: virtual functions count as single ones';
    case 'type:rcec':
      return 'by its type: event collectors promise nothing';
    case 'unknown':
      return 'what decides is not shown';
    case 'type:conventional':
      return 'by its type: conventional PCI promises nothing';
    default:
      return 'by its type: bridges to conventional PCI promise nothing';
  }
}
