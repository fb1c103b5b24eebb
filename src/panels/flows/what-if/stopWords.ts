import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import { sizeWords } from '../chart/sizeWords.ts';

type Words = {
  readonly [Name in keyof ThroughputOptions]: (value: ThroughputOptions[Name]) => string;
};

const orElse =
  <Value>(words: (value: Value) => string, asItIs: string) =>
  (value: Value | null) =>
    value === null ? asItIs : words(value);

const onOrOff = (isOn: boolean) => (isOn ? 'on' : 'off');

/** Each option beside its own label, as short as can be. */
const WORDS: Words = {
  linkEfficiency: (value) => value.toFixed(2),
  dllpsPerTlp: (value) => value.toFixed(1),
  completions: (value) => (value === 'rcb' ? 'cut at each RCB' : 'of MPS'),
  ecrc: onOrOff,
  addressBits: orElse((value) => `${value} bit`, 'as used'),
  maxPayload: orElse(sizeWords, 'as set'),
  maxReadRequest: orElse(sizeWords, 'as set'),
  tags: orElse(String, 'as set'),
  generation: orElse((value) => `Gen${value}`, 'as trained'),
  width: orElse((value) => `x${value}`, 'as trained'),
  acsRedirect: orElse((value) => value, 'as set'),
  iotlbEntries: String,
  ioPageBytes: sizeWords,
  workingSetBytes: orElse(sizeWords, 'no misses'),
  headerCredits: String,
  creditReturnNs: (value) => `${value} ns`,
  withPlatformCaps: onOrOff,
};

/** An option's value, for the control of that option. */
export function stopWords<Name extends keyof ThroughputOptions>(
  name: Name,
  options: ThroughputOptions,
): string {
  return WORDS[name](options[name]);
}
