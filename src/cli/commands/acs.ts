import type { Answer } from '../../base/answer.ts';
import { hex } from '../../base/hex.ts';
import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import { acsContextOf } from '../../engine/acs/acsContext.ts';
import { effectiveAcs } from '../../engine/acs/effectiveAcs.ts';
import type { Analysis } from '../../engine/analyze.ts';
import type { AcsHistory, EffectiveAcs } from '../../engine/report.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { findFunction } from '../findFunction.ts';
import { functionNames } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { cutLine, wrap } from '../text.ts';

export const acs: Command = {
  name: 'acs',
  summary: 'ACS words before and after boot, and what grouping makes of them',
  synopsis: 'FILE [--why BDF]',
  help: [
    '--why BDF tells how the word of one function came about. In JSON, null is',
    '"no ACS capability" among words and "not to be told" among bits; "unknown" is',
    '"not shown". "source" is "register" (the standard rule; with "byType" where',
    'registers are not even looked at), or "quirk:" and a row of the kernel’s table.',
  ],
  options: { ...SHARED_OPTIONS, ...CONDITION_OPTIONS, why: { type: 'string' } },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const { machine } = await readInputAloud(args, terminal);
    const asked = args.text('why');
    const only = asked === null ? null : findFunction(machine, asked, '--why');
    const analysis = analyzeAsAsked(machine, request, terminal);
    const rows = rowsOf(analysis).filter(({ fn }) => only === null || fn.id === only);
    const kernel = analysis.conditions.kernel.value.id;
    const assumed = [...assumedTexts(analysis, args), ...aboutPortsOutside(analysis)];
    if (args.flag('json')) {
      const functions = rows.map(rowJson);
      terminal.out(`${JSON.stringify({ kernel, assumed, functions })}\n`);
    } else if (only === null) {
      writeTable(rows, analysis, assumed, terminal);
    } else {
      for (const row of rows) writeWhy(row, analysis, assumed, terminal);
    }
    return EXIT.done;
  },
};

/** Where ports that lead out of the case would get TB, too, and the input marks none. */
function aboutPortsOutside({ machine, boot, conditions }: Analysis): readonly string[] {
  const { iommu, kernel } = conditions;
  if (boot.words.length === 0 || !iommu.value.requestsAcs) return [];
  if (!kernel.value.features.blocksUntrusted) return [];
  const isOpen = machine.functions.some(
    ({ type, externalFacing }) => type === 'root-port' && externalFacing === UNKNOWN,
  );
  return isOpen
    ? ['no port leads out of the case (TB would be set on it, and behind it): the input marks none']
    : [];
}

interface Row {
  readonly name: string;
  readonly fn: PciFunction;
  readonly capability: Maybe<number>;
  readonly firmware: Maybe<number>;
  readonly control: Maybe<number>;
  readonly history: AcsHistory | null;
  readonly effective: EffectiveAcs;
}

function rowsOf({ machine, boot, conditions }: Analysis): readonly Row[] {
  const context = acsContextOf(conditions);
  const nameOf = functionNames(machine);
  const histories = new Map(boot.words.map((word) => [word.function, word]));
  return machine.functions.map((fn) => {
    const history = histories.get(fn.id) ?? null;
    const { acs } = fn;
    const isShown = acs !== null && acs !== UNKNOWN;
    return {
      name: nameOf(fn.id),
      fn,
      capability: isShown ? acs.capability : acs,
      firmware: history ? history.firmware : isShown ? acs.firmwareControl : acs,
      control: isShown ? acs.control : acs,
      history,
      effective: effectiveAcs(fn, context),
    };
  });
}

const BITS = Object.keys(ACS_BITS) as AcsBit[];
const TRUTH: Readonly<Record<Answer, boolean | null>> = { yes: true, no: false, unknown: null };

function rowJson({ name, capability, firmware, control, history, effective }: Row) {
  return {
    bdf: name,
    capability: wordJson(capability),
    control: wordJson(control),
    effective: Object.fromEntries(BITS.map((bit) => [bit, TRUTH[effective.bits[bit]]])),
    ...sourceJson(effective.source),
    isolates: TRUTH[effective.isolates],
    firmware: wordJson(firmware),
    history: (history?.steps ?? []).map(({ rule, before, after, text }) => ({
      rule,
      before: wordJson(before),
      after: wordJson(after),
      text,
    })),
  };
}

const TYPE = 'type:';

/** `register` stands for the standard rule; `byType` tells where the type alone answers in it. */
function sourceJson(source: string) {
  return source.startsWith(TYPE)
    ? { source: 'register', byType: source.slice(TYPE.length) }
    : { source };
}

function wordJson(word: Maybe<number>): string | null {
  return typeof word === 'number' ? hex(word, 4) : word;
}

function writeTable(
  rows: readonly Row[],
  analysis: Analysis,
  assumed: readonly string[],
  terminal: Terminal,
): void {
  writeConditions(analysis, assumed, terminal);
  const width = Math.max(12, ...rows.map(({ name }) => name.length));
  const line = (cells: readonly string[]) => terminal.out(`${cutLine(cells.join(' '))}\n`);
  line(['function'.padEnd(width), ' cap ', 'firmw', 'now  ', 'alone', 'kept'.padEnd(20), 'by']);
  for (const { name, capability, firmware, control, effective } of rows) {
    line([
      name.padEnd(width),
      ` ${wordText(capability)}`,
      ` ${wordText(firmware)}`,
      wordText(control).padEnd(5),
      ALONE[effective.isolates].padEnd(5),
      BITS.map((bit) => bitText(bit, effective.bits[bit])).join(' '),
      effective.source,
    ]);
  }
  terminal.out(
    `\n${wrap('cap: capability word; firmw: the control word that the firmware left; now: the one after boot. alone: keeps SV, RR, CR and UF, so that a group need not be shared; kept: each promise by itself. - none or not kept, ? not shown.')}\n`,
  );
}

const ALONE: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', unknown: '?' };

function wordText(word: Maybe<number>): string {
  if (word === null) return '-   ';
  return word === UNKNOWN ? '?   ' : hex(word, 4);
}

function bitText(bit: AcsBit, answer: Answer): string {
  return { yes: bit, no: '- ', unknown: '? ' }[answer];
}

function writeConditions(
  { conditions }: Analysis,
  assumed: readonly string[],
  terminal: Terminal,
): void {
  const { kernel, iommu, acsWords } = conditions;
  const { hardware, mode } = iommu.value;
  const unit = hardware === 'none' ? 'no IOMMU' : `IOMMU ${hardware}, ${mode}`;
  const words = acsWords.value === 'boot' ? 'words after boot' : 'words as they stand';
  terminal.out(`${wrap(`${kernel.value.title}; ${unit}; ${words}`)}\n`);
  for (const text of assumed) terminal.out(`${wrap(`assumed: ${text}`, 9)}\n`);
  terminal.out('\n');
}

function writeWhy(
  { name, capability, firmware, control, history, effective }: Row,
  analysis: Analysis,
  assumed: readonly string[],
  terminal: Terminal,
): void {
  const say = (text: string, indent = 0) => terminal.out(`${wrap(text, indent)}\n`);
  writeConditions(analysis, assumed, terminal);
  if (capability === null) {
    say(`${name} has no ACS capability.`);
  } else {
    say(`${name}: capability ${told(capability)}, control word ${told(control)}`);
    if (history !== null) {
      say(`   firmware left ${told(firmware)}`);
      history.steps.forEach(({ rule, after, text }, index) => {
        say(`${index + 1}. ${told(after)}  ${text} [${rule}]`, 3);
      });
      if (history.steps.length === 0) say('   nothing touched it at boot');
    }
  }
  const kept = BITS.filter((bit) => effective.bits[bit] === 'yes').join(', ') || 'nothing';
  const open = BITS.filter((bit) => effective.bits[bit] === 'unknown').join(', ');
  say(
    `For grouping it keeps ${kept}${open === '' ? '' : ` (not to be told: ${open})`}, by ${effective.source}.`,
  );
  say(
    {
      yes: 'SV, RR, CR and UF together: it isolates.',
      no: 'SV, RR, CR and UF are not all kept: it does not isolate.',
      unknown: 'Whether it isolates cannot be told.',
    }[effective.isolates],
  );
}

function told(word: Maybe<number>): string {
  return typeof word === 'number' ? hex(word, 4) : 'not shown';
}
