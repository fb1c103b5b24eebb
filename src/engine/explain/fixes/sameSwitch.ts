import { UNKNOWN } from '../../../base/unknown.ts';
import type { Analysis } from '../../analyze.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import { functionAt, wayUp } from '../../pci/topology.ts';
import { nameOf } from '../nameOf.ts';
import type { Fix } from './fix.ts';
import { tryOut } from './tryOut.ts';

/** Moving the client into the switch that the provider is in. */
export function sameSwitch(analysis: Analysis, verdict: PairVerdict): Fix | null {
  if (verdict.mapType === 'BUS_ADDR') return null;
  const { topology, asRead } = analysis;
  const place = topology.indexOf.get(verdict.provider);
  const client = asRead.functions.find((fn) => fn.id === verdict.client);
  if (place === undefined || !client || client.physfn !== null) return null;
  // What is built into the root complex or the chipset cannot be plugged elsewhere.
  if (client.parent === UNKNOWN || client.parent.kind === 'host') return null;
  const above = wayUp(topology, place).map((index) => functionAt(topology, index));
  const uplink = above.find((fn) => fn.type === 'upstream');
  if (!uplink || uplink.id === client.id || verdict.acsRedirect.length > 0) return null;
  const parent = { kind: 'function', id: uplink.id } as const;
  const functions = asRead.functions.map((fn) => (fn === client ? { ...fn, parent } : fn));
  return {
    kind: 'same-switch',
    text: `Plug ${nameOf(client)} into the switch at ${nameOf(uplink)}, below a port without ACS redirect.`,
    verdictAfter: tryOut(analysis, verdict, { machine: { ...asRead, functions } }).mapType,
  };
}
