import { acsMark } from '../../engine/acsMark.ts';
import type { PairRule, PairVerdict } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** A word pinned to a function that the verdict rests on. */
export interface BridgeFlag {
  readonly function: FunctionId;
  readonly text: string;
  readonly kind: 'redirects' | 'unknown';
}

/** One flag for each function that turns requests away, and for each that may. */
export function bridgeFlags(
  verdict: PairVerdict,
  byId: ReadonlyMap<FunctionId, PciFunction>,
): readonly BridgeFlag[] {
  const redirects = verdict.acsRedirect.map((id): BridgeFlag => {
    const fn = byId.get(id);
    return { function: id, text: `ACS ${fn ? acsMark(fn) : ''} redirect`, kind: 'redirects' };
  });
  const unknown = verdict.acsUnknown.map(
    (id): BridgeFlag => ({ function: id, text: 'ACS unknown', kind: 'unknown' }),
  );
  return [...redirects, ...unknown];
}

/** What the root complex has to say, where it decides; in a few words. */
const HOST_WORDS: Readonly<Partial<Record<PairRule, string>>> = {
  'host-bridge-listed': 'host bridge on the list',
  'host-bridge-not-listed': 'host bridge not on the list',
  'host-bridge-not-shared': 'listed for one host bridge only',
  'host-bridge-not-identified': 'host bridge not identified',
  'host-bridge-unknown': 'host bridge not shown',
  'cpu-forwards': 'CPU forwards',
  'cpu-unknown': 'CPU family unknown',
};

/** The reason at the turning point, under the verdict's word. */
export function turnWords(rule: PairRule): string | null {
  switch (rule) {
    case 'not-checked':
      return 'not checked: tried';
    case 'other-upstream-port':
      return 'not in one switch';
    case 'no-common-bridge':
      return 'no common bridge';
    case 'acs-redirect-refuses':
      return 'ACS redirect refused before 5.4';
    case 'acs-unknown':
      return 'depends on ACS not shown';
    case 'parent-unknown':
      return 'way up not shown';
    default:
      return HOST_WORDS[rule] ?? null;
  }
}
