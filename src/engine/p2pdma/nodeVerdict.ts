import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsRegisters } from '../../model/registers.ts';
import { egressBit, egressPortNumber } from './egressControl.ts';

/** What one node does to peer requests, in design B. */
export type NodeAnswer = 'direct' | 'redirected' | 'blocked';

const ANY: readonly NodeAnswer[] = ['direct', 'redirected', 'blocked'];

/**
 * A node's own verdict in design B (proposal of 2026), as the truth table of its tests has it:
 *
 * | node | verdict |
 * |---|---|
 * | no ACS | direct |
 * | target not known, or EC clear | redirected if RR or CR, else direct |
 * | EC set, the target's bit cannot be read | blocked |
 * | EC set, the target's bit 1 | redirected if RR, else blocked |
 * | EC set, the target's bit 0 | redirected if CR, else direct |
 *
 * @param target the port that the request leaves by: known at the two ports where the ways part,
 * `null` elsewhere. A target without a port number is as good as none.
 * @returns every answer that the input leaves open
 */
export function nodeVerdict(fn: PciFunction, target: PciFunction | null): readonly NodeAnswer[] {
  if (fn.acs === null) return ['direct'];
  if (fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return ANY;
  const { control } = fn.acs;
  const has = (bit: number) => (control & bit) !== 0;
  const plain: NodeAnswer = has(ACS_BITS.RR) || has(ACS_BITS.CR) ? 'redirected' : 'direct';
  if (target === null || !has(ACS_BITS.EC)) return [plain];
  const port = egressPortNumber(target);
  if (port === null) return [plain];
  const blocks: NodeAnswer = has(ACS_BITS.RR) ? 'redirected' : 'blocked';
  const lets: NodeAnswer = has(ACS_BITS.CR) ? 'redirected' : 'direct';
  const bit = port === UNKNOWN ? 'unknown' : egressBit(fn.acs, port);
  switch (bit) {
    case 'unreadable':
      return ['blocked'];
    case 'blocks':
      return [blocks];
    case 'lets':
      return [lets];
    case 'unknown':
      return [...new Set<NodeAnswer>([blocks, lets, ...unreadableToo(fn.acs)])];
  }
}

/** A vector shorter than 256 ports may not reach as far as the target's number. */
function unreadableToo(acs: AcsRegisters): readonly NodeAnswer[] {
  return acs.capability !== UNKNOWN && ((acs.capability >> 8) & 0xff) === 0 ? [] : ['blocked'];
}
