import type { Maybe, OrUnknown } from '../../base/unknown.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';

/** What a root or downstream port (or a function with siblings) goes by. No ACS: `control` is 0. */
export interface IngressPort {
  /** Root ports answer to the root complex, which may do without ACS what it likes. */
  readonly isRootPort: boolean;
  readonly control: OrUnknown<number>;
  /** Whether there is an ACS capability at all. */
  readonly hasAcs: OrUnknown<boolean>;
  /** Egress control vector, one bit for each port number. */
  readonly vector: Maybe<readonly number[]>;
  /** Bus numbers behind it; `null` where they are not numbered or not shown. */
  readonly buses: { readonly secondary: number; readonly subordinate: number } | null;
}

/** A packet that enters such a port from below, and where its address or id would lead it. */
export interface IngressPacket {
  readonly kind: 'request' | 'completion';
  /** AT = 10: the address was translated before. */
  readonly translated: boolean;
  readonly relaxedOrdering: boolean;
  /** `null`: the requester has no number. */
  readonly requesterBus: number | null;
  /** Another port of the same switch, back through this very port, or neither. */
  readonly target: 'peer' | 'same-port' | 'above';
  /** Port Number of the peer port, the index into the egress control vector. */
  readonly egressPort: OrUnknown<number>;
}

export interface IngressDecision {
  /**
   * - `up`: on towards the root, because that is where it is going
   * - `direct`: straight to the peer
   * - `redirect`: up instead of to the peer
   * - `refuse`: see `error`
   * - `unknown`: the bits that would decide are not shown
   */
  readonly action: 'up' | 'direct' | 'redirect' | 'refuse' | 'unknown';
  /** The bits that decided, set ones; with `unknown` those that would. */
  readonly bits: readonly AcsBit[];
  readonly error: 'acs-violation' | 'unsupported' | 'unexpected-completion' | null;
}

/** What a port goes by, of a function's registers. */
export function ingressPortOf(fn: PciFunction): IngressPort {
  const { acs, bridge } = fn;
  const buses =
    bridge === null ||
    bridge === UNKNOWN ||
    bridge.secondary === UNKNOWN ||
    bridge.subordinate === UNKNOWN
      ? null
      : { secondary: bridge.secondary, subordinate: bridge.subordinate };
  const isRootPort = fn.type === 'root-port';
  const port = { isRootPort, buses };
  if (acs === null) return { ...port, control: 0, hasAcs: false, vector: null };
  if (acs === UNKNOWN) return { ...port, control: UNKNOWN, hasAcs: UNKNOWN, vector: UNKNOWN };
  return { ...port, control: acs.control, hasAcs: true, vector: acs.egressVector };
}

/**
 * What a root port or a switch's downstream port does with a packet that enters from below: source
 * validation, translation blocking, then the peer-to-peer controls (direct translated, egress
 * control, redirection), then upstream forwarding. A pure function of the port and the packet, so
 * that a simulator may ask it packet by packet.
 *
 * - SV: a request whose requester's bus is not behind the port is refused; never a completion.
 * - TB: a request that carries a translated address is refused.
 * - DT: a translated request goes straight to a peer, whatever RR and EC say.
 * - EC: the vector's bit of the peer port decides: 0 direct; 1 redirected if RR is set, else refused.
 * - RR: requests to a peer go up instead. CR: so do completions without relaxed ordering.
 * - UF: what would go back through the port it came in by goes up; without UF it is refused. Of a
 *   root port without ACS nothing is promised.
 *
 * Where the control word is hidden, every word is tried, and what all of them agree on is the answer.
 *
 * Source: PCI Express base specification 6.12.3 to 6.12.5 and table 6-11 (revision 7.0), in the form
 * of the truth table of the kernel's proposed peer-to-peer rules (2026).
 */
export function acsIngress(port: IngressPort, packet: IngressPacket): IngressDecision {
  if (port.control !== UNKNOWN) return decide(port, port.control, packet);
  const open: IngressDecision[] = [];
  for (let word = 0; word <= 0x7f; word++) open.push(decide(port, word, packet));
  const [first] = open;
  if (first && open.every(({ action }) => action === first.action)) return { ...first, bits: [] };
  return { action: 'unknown', bits: [...new Set(open.flatMap(({ bits }) => bits))], error: null };
}

function decide(port: IngressPort, control: number, packet: IngressPacket): IngressDecision {
  const has = (bit: AcsBit) => (control & ACS_BITS[bit]) !== 0;
  const isRequest = packet.kind === 'request';
  if (isRequest && has('SV') && isForeign(port, packet)) return violation('SV');
  if (isRequest && packet.translated && has('TB')) return violation('TB');
  switch (packet.target) {
    case 'above':
      return { action: 'up', bits: [], error: null };
    case 'same-port':
      if (has('UF')) return { action: 'up', bits: ['UF'], error: null };
      if (port.isRootPort && port.hasAcs === false) {
        return { action: 'unknown', bits: ['UF'], error: null };
      }
      return {
        action: 'refuse',
        bits: [],
        error: isRequest ? 'unsupported' : 'unexpected-completion',
      };
    case 'peer':
      return isRequest ? requestToPeer(port, has, packet) : completionToPeer(has, packet);
  }
}

function requestToPeer(
  port: IngressPort,
  has: (bit: AcsBit) => boolean,
  packet: IngressPacket,
): IngressDecision {
  if (packet.translated && has('DT')) return { action: 'direct', bits: ['DT'], error: null };
  if (!has('EC')) {
    return has('RR')
      ? { action: 'redirect', bits: ['RR'], error: null }
      : { action: 'direct', bits: [], error: null };
  }
  switch (vectorBit(port.vector, packet.egressPort)) {
    case 0:
      return { action: 'direct', bits: ['EC'], error: null };
    case 1:
      return has('RR') ? { action: 'redirect', bits: ['EC', 'RR'], error: null } : violation('EC');
    case UNKNOWN:
      return { action: 'unknown', bits: ['EC'], error: null };
  }
}

function completionToPeer(
  has: (bit: AcsBit) => boolean,
  { relaxedOrdering }: IngressPacket,
): IngressDecision {
  return has('CR') && !relaxedOrdering
    ? { action: 'redirect', bits: ['CR'], error: null }
    : { action: 'direct', bits: [], error: null };
}

function violation(bit: AcsBit): IngressDecision {
  return { action: 'refuse', bits: [bit], error: 'acs-violation' };
}

function isForeign({ buses }: IngressPort, { requesterBus }: IngressPacket): boolean {
  if (buses === null || requesterBus === null) return false; // by the tree it is behind the port
  return requesterBus < buses.secondary || requesterBus > buses.subordinate;
}

function vectorBit(vector: IngressPort['vector'], port: OrUnknown<number>): OrUnknown<0 | 1> {
  if (vector === null || vector === UNKNOWN || port === UNKNOWN) return UNKNOWN;
  const word = vector[port >> 5];
  if (word === undefined) return UNKNOWN;
  return ((word >>> (port & 31)) & 1) === 1 ? 1 : 0;
}
