import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import type { ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { sizeWords } from './sizeWords.ts';

type Words = {
  readonly [Name in keyof ThroughputOptions]: (value: ThroughputOptions[Name]) => string;
};

const known =
  <Value>(words: (value: Value) => string, unknown: string) =>
  (value: Value | null) =>
    value === null ? unknown : words(value);

/** Each option as captions and lists of differences have it. */
const WORDS: Words = {
  linkEfficiency: (value) => `η ${value}`,
  dllpsPerTlp: (value) => `K ${value}`,
  completions: (value) => (value === 'rcb' ? 'completions cut at each RCB' : 'completions of MPS'),
  ecrc: (value) => (value ? 'ECRC' : 'no ECRC'),
  addressBits: known((value) => `${value} bit addresses`, 'addresses as used'),
  maxPayload: known((value) => `MPS ${sizeWords(value)}`, 'MPS as set'),
  maxReadRequest: known((value) => `MRRS ${sizeWords(value)}`, 'MRRS as set'),
  tags: known((value) => `${value} tags`, 'tags as set'),
  generation: known((value) => `all links Gen${value}`, 'generations as trained'),
  width: known((value) => `all links x${value}`, 'widths as trained'),
  acsRedirect: known((value) => `ACS redirect ${value}`, 'ACS as set'),
  iotlbEntries: (value) => `${value} IOTLB entries`,
  ioPageBytes: (value) => `${sizeWords(value)} IOMMU pages`,
  workingSetBytes: known((value) => `working set ${sizeWords(value)}`, 'no IOTLB misses'),
  headerCredits: (value) => `${value} header credits`,
  creditReturnNs: (value) => `credits back in ${value} ns`,
  withPlatformCaps: (value) => (value ? 'platform caps' : 'no platform caps'),
};

/** An option's value in a few words. */
export function optionWords<Name extends keyof ThroughputOptions>(
  name: Name,
  options: ThroughputOptions,
): string {
  return WORDS[name](options[name]);
}

const NAMES = Object.keys(USUAL_THROUGHPUT) as readonly (keyof ThroughputOptions)[];

/** What is other than usual: `MPS 512 B`, `ACS redirect on`. */
export function unusualOptions(options: ThroughputOptions): readonly string[] {
  return NAMES.filter((name) => options[name] !== USUAL_THROUGHPUT[name]).map((name) =>
    optionWords(name, options),
  );
}

/** Under what a report's figures hold, for captions: kernel, IOMMU, efficiency, what-ifs. */
export function conditionsWords({ under, options }: ThroughputReport): string {
  const { linkEfficiency, dllpsPerTlp, ...others } = options;
  const rest = unusualOptions({ ...USUAL_THROUGHPUT, ...others });
  const always = [`η ${linkEfficiency}`, `K ${dllpsPerTlp}`];
  return [...(under === '' ? [] : [under]), [...always, ...rest].join(', ')].join('; ');
}
