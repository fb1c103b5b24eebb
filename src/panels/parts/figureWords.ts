import { hex } from '../../base/hex.ts';
import type { AcsPlan, BarPlan, LinkPlan } from '../../catalogue/part.ts';
import { generationName } from '../../model/linkState.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import { sizeWords } from '../words/registerWords.ts';

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
export const bytes = (value: number): string => sizeWords(value);
export const count = (value: number): string => COUNT.format(value);
export const nanoseconds = (value: number): string => `${COUNT.format(value)} ns`;
export const classCode = (value: number): string => `0x${hex(value, 6)}`;

const COUNT = new Intl.NumberFormat('en');

/** `25 GB/s`: rates count in powers of ten. */
export const rate = (bytesPerSecond: number): string =>
  `${COUNT.format(bytesPerSecond / 1e9)} GB/s`;

/** `Gen5 x16` */
export const link = ({ gts, width }: LinkPlan): string => `${generationName(gts)} x${width}`;

/** `SV TB RR CR UF`, and what the firmware sets of it where that is not nothing. */
export function acs({ capability, control }: AcsPlan): readonly string[] {
  const can = bits(capability);
  return control === 0 ? [can] : [can, `set: ${bits(control)}`];
}

function bits(word: number): string {
  const names = (Object.keys(ACS_BITS) as AcsBit[]).filter((bit) => (word & ACS_BITS[bit]) !== 0);
  return names.join(' ') || 'none';
}

/** `0: 16 MiB`, `1: 256 MiB 64-bit pref.`; and, where it can be resized, to what. */
export function bars(plans: readonly BarPlan[]): readonly string[] {
  if (plans.length === 0) return ['none'];
  return plans.flatMap((plan) => [bar(plan), ...resizing(plan)]);
}

function bar({ index, size, is64bit, prefetchable, kind }: BarPlan): string {
  const words = [
    ...(kind === 'io' ? ['I/O'] : []),
    ...(is64bit ? ['64-bit'] : []),
    ...(prefetchable ? ['pref.'] : []),
  ];
  return [`${index}: ${sizeWords(size)}`, ...words].join(' ');
}

function resizing({ resizableTo }: BarPlan): readonly string[] {
  const [first] = resizableTo ?? [];
  const last = resizableTo?.at(-1);
  if (first === undefined || last === undefined) return [];
  return [`   resizable, ${sizeWords(first)} to ${sizeWords(last)}`];
}

/** An offset of addresses: `0`, `-0x40000000`. */
export function offset(value: number): string {
  const digits = Math.abs(value).toString(16);
  return value === 0 ? '0' : `${value < 0 ? '-' : ''}0x${digits}`;
}
