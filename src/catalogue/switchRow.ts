import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { AcsPlan, BarPlan, SwitchPart } from './part.ts';

interface Said {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  /** Both ports of all switches here have one id. */
  readonly pciId: SwitchPart['upstream']['pciId'];
  /** Of the downstream ports; of the upstream port where a listing shows it. */
  readonly acs: Figure<AcsPlan | null>;
  readonly upstreamAcs?: Figure<AcsPlan | null>;
  readonly upstreamBars?: Figure<readonly BarPlan[]>;
  readonly maxPayload?: Figure<number>;
}

/** What matters: the upstream port is the common bridge of what sits below, and its word counts. */
const NOT_UPSTREAM: Source = {
  title: 'None of the upstream ports listed has it: PEX 87xx, PEX890xx, ASM1812, PI7C9X2G608GP',
  url: null,
  quality: 'convention',
};

/** A switch of which only this is known. */
export function switchPart(
  row: Said & Partial<Omit<SwitchPart, 'upstream' | 'downstream'>>,
): SwitchPart {
  const { pciId, acs, upstreamAcs, upstreamBars, maxPayload = UNKNOWN_FIGURE, ...rest } = row;
  return {
    aliases: [],
    maxPorts: UNKNOWN_FIGURE,
    lanes: UNKNOWN_FIGURE,
    link: UNKNOWN_FIGURE,
    latencyNs: UNKNOWN_FIGURE,
    management: [],
    portsAre: UNKNOWN_FIGURE,
    ...rest,
    kind: 'switch',
    upstream: {
      pciId,
      acs: upstreamAcs ?? known(null, NOT_UPSTREAM),
      maxPayload,
      ...(upstreamBars === undefined ? {} : { bars: upstreamBars }),
    },
    downstream: { pciId, acs, maxPayload },
  };
}
