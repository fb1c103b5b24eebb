import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import type { FabricWalk, PeerQuestion } from './walk.ts';

export const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
export const ZEN = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;

/** One switch with two cards, and a third card under another root port. */
export function switchWith(ports: { client?: number; provider?: number; root?: number }) {
  return new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04', { acs: acs(ports.root ?? 0) })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(ports.provider ?? 0) })
    .downstream('02:01.0', '04', { acs: acs(ports.client ?? 0) })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .build();
}

const COMMON = { kernel: eraById('6.12'), cpu: INTEL, iommu: 'none' } as const;

export function walk(
  machine: ReturnType<typeof switchWith>,
  question: Partial<PeerQuestion> = {},
  request: Partial<ConditionRequest> = {},
): FabricWalk {
  return analyze(machine, { ...COMMON, ...request }).walk({
    requester: id('04:00.0'),
    completer: id('03:00.0'),
    operation: 'write',
    address: 'bus',
    relaxedOrdering: false,
    ...question,
  });
}

/** `04:00.0 sent`, one line a hop: where, what, and the ACS bits. */
export function lines({ hops }: FabricWalk): readonly string[] {
  return hops.map(({ at, action, acs: bits }) => {
    const where = at.kind === 'function' ? at.id.slice(5) : at.kind;
    return [where, action, bits].filter((part) => part !== '').join(' ');
  });
}
