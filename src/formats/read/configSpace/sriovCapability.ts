import { decodeBars } from './bars.ts';
import { type ConfigBytes, read16 } from './configBytes.ts';
import { type Facts, putFact, putKnown } from './functionFacts.ts';

/** Offsets inside the SR-IOV extended capability (PCIe base specification 9.3.3). */
const CONTROL = 0x08;
const TOTAL_VFS = 0x0e;
const NUM_VFS = 0x10;
const FIRST_VF_OFFSET = 0x14;
const VF_STRIDE = 0x16;
const VF_DEVICE_ID = 0x1a;
const VF_BAR0 = 0x24;

const VF_ENABLE = 0x1;

export function decodeSriovCapability(
  space: ConfigBytes,
  at: number,
  facts: Facts,
  line: number | null,
): void {
  putFact(facts, 'sriov', true, line);
  const control = read16(space, at + CONTROL);
  if (control !== null) putFact(facts, 'vfEnabled', (control & VF_ENABLE) !== 0, line);
  putKnown(facts, 'totalVfs', read16(space, at + TOTAL_VFS), line);
  putKnown(facts, 'numVfs', read16(space, at + NUM_VFS), line);
  putKnown(facts, 'firstVfOffset', read16(space, at + FIRST_VF_OFFSET), line);
  putKnown(facts, 'vfStride', read16(space, at + VF_STRIDE), line);
  putKnown(facts, 'vfDeviceId', read16(space, at + VF_DEVICE_ID), line);
  putKnown(facts, 'vfBars', decodeBars(space, at + VF_BAR0, 6), line);
}
