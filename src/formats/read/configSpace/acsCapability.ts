import { ACS_BITS } from '../../../model/registers.ts';
import { type ConfigBytes, read16, read32 } from './configBytes.ts';
import { type Facts, putFact, putKnown } from './functionFacts.ts';

/** Offsets inside the ACS extended capability (PCIe base specification 7.7.11). */
const CAPABILITY_REGISTER = 0x04;
const CONTROL_REGISTER = 0x06;
const EGRESS_CONTROL_VECTOR = 0x08;

/** Egress Control Vector Size, bits 15:8 of the capability register; 0 stands for 256. */
function egressVectorBits(capability: number): number {
  return capability >> 8 || 256;
}

function readVector(space: ConfigBytes, at: number, bits: number): readonly number[] | null {
  const words: number[] = [];
  for (let word = 0; word * 32 < bits; word += 1) {
    const value = read32(space, at + 4 * word);
    if (value === null) return null;
    words.push(value);
  }
  return words;
}

export function decodeAcsCapability(
  space: ConfigBytes,
  at: number,
  facts: Facts,
  line: number | null,
): void {
  putFact(facts, 'acs', true, line);
  const capability = read16(space, at + CAPABILITY_REGISTER);
  putKnown(facts, 'acsControl', read16(space, at + CONTROL_REGISTER), line);
  putKnown(facts, 'acsDwordAt8', read32(space, at + EGRESS_CONTROL_VECTOR), line);
  if (capability === null) return;
  putFact(facts, 'acsCapability', capability, line);
  if ((capability & ACS_BITS.EC) === 0) {
    putFact(facts, 'egressVector', null, line);
    return;
  }
  const vector = readVector(space, at + EGRESS_CONTROL_VECTOR, egressVectorBits(capability));
  if (vector !== null) putFact(facts, 'egressVector', vector, line);
}
