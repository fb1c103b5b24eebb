import { putFact } from '../configSpace/functionFacts.ts';
import { flagSign } from './flagSigns.ts';
import type { LineReader } from './textDraft.ts';

const numberAfter = (text: string, pattern: RegExp, radix: number): number | null => {
  const digits = pattern.exec(text)?.[1];
  if (digits === undefined) return null;
  const value = Number.parseInt(digits, radix);
  return value <= 0xffff ? value : null;
};

/** `ARICap: MFVC- ACS-, Next Function: 1` */
export const readAriCap: LineReader = (value, draft, line) => {
  const next = numberAfter(value, /Next Function: (\d{1,5})/, 10);
  if (next === null) return false;
  putFact(draft.facts, 'ari', true, line);
  putFact(draft.facts, 'ariNextFunction', next, line);
  return true;
};

/** `ATSCtl: Enable+, Smallest Translation Unit: 00` */
export const readAtsCtl: LineReader = (value, draft, line) => {
  const enabled = flagSign(value, 'Enable');
  if (enabled === null) return false;
  putFact(draft.facts, 'ats', true, line);
  putFact(draft.facts, 'atsEnabled', enabled, line);
  return true;
};

/** `IOVCtl: Enable+ Migration- Interrupt- MSE+ ARIHierarchy+` */
export const readIovCtl: LineReader = (value, draft, line) => {
  const enabled = flagSign(value, 'Enable');
  if (enabled === null) return false;
  putFact(draft.facts, 'sriov', true, line);
  putFact(draft.facts, 'vfEnabled', enabled, line);
  draft.inSriov = true;
  return true;
};

/** `Initial VFs: 64, Total VFs: 64, Number of VFs: 8, Function Dependency Link: 00` */
export const readVfNumbers: LineReader = (value, draft, line) => {
  const total = numberAfter(value, /Total VFs: (\d{1,5})/, 10);
  const number = numberAfter(value, /Number of VFs: (\d{1,5})/, 10);
  if (total !== null) putFact(draft.facts, 'totalVfs', total, line);
  if (number !== null) putFact(draft.facts, 'numVfs', number, line);
  return total !== null || number !== null;
};

/** `VF offset: 128, stride: 2, Device ID: 10ca` */
export const readVfOffset: LineReader = (value, draft, line) => {
  const offset = numberAfter(value, /^(\d{1,5})\b/, 10);
  const stride = numberAfter(value, /stride: (\d{1,5})/, 10);
  const device = numberAfter(value, /Device ID: ([\da-f]{4})/i, 16);
  if (offset !== null) putFact(draft.facts, 'firstVfOffset', offset, line);
  if (stride !== null) putFact(draft.facts, 'vfStride', stride, line);
  if (device !== null) putFact(draft.facts, 'vfDeviceId', device, line);
  return offset !== null;
};
