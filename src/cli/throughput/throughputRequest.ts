import { type ThroughputOptions, USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import { PCIE_GENERATIONS } from '../../engine/link/pcieGeneration.ts';
import type { ParsedArgs } from '../args.ts';
import { PAYLOADS, WIDTHS } from '../link/linkQuestion.ts';
import { numberAmong, numberBetween, sizeOption } from '../numberOption.ts';
import { wordAmong } from '../wordOption.ts';

const IO_PAGES = { '4K': 2 ** 12, '2M': 2 ** 21, '1G': 2 ** 30 } as const;

/** What throughput is computed with, as the options say; the rest is as usual. */
export function throughputOptions(args: ParsedArgs): ThroughputOptions {
  const whole = (option: string, most: number) =>
    numberBetween(args, option, { least: 1, most, isWhole: true });
  const ioPage = wordAmong(args, 'io-page', ['4K', '2M', '1G']);
  return {
    ...USUAL_THROUGHPUT,
    linkEfficiency:
      numberBetween(args, 'eta', { least: 0.01, most: 1 }) ?? USUAL_THROUGHPUT.linkEfficiency,
    dllpsPerTlp:
      numberBetween(args, 'dllps', { least: 0, most: 10 }) ?? USUAL_THROUGHPUT.dllpsPerTlp,
    completions: wordAmong(args, 'completions', ['rcb', 'mps']) ?? USUAL_THROUGHPUT.completions,
    ecrc: args.flag('ecrc'),
    maxPayload: numberAmong(args, 'mps', PAYLOADS),
    maxReadRequest: numberAmong(args, 'mrrs', PAYLOADS),
    tags: whole('tags', 2 ** 14),
    generation: numberAmong(args, 'gen', PCIE_GENERATIONS),
    width: numberAmong(args, 'width', WIDTHS),
    acsRedirect: wordAmong(args, 'acs-redirect', ['on', 'off']),
    iotlbEntries: whole('iotlb', 2 ** 20) ?? USUAL_THROUGHPUT.iotlbEntries,
    ioPageBytes: ioPage === null ? USUAL_THROUGHPUT.ioPageBytes : IO_PAGES[ioPage],
    workingSetBytes: sizeOption(args, 'working-set'),
    headerCredits: whole('credits', 2 ** 16) ?? USUAL_THROUGHPUT.headerCredits,
    withPlatformCaps: !args.flag('no-caps'),
  };
}

export const THROUGHPUT_OPTIONS = {
  eta: { type: 'string' },
  dllps: { type: 'string' },
  completions: { type: 'string' },
  ecrc: { type: 'boolean' },
  mps: { type: 'string' },
  mrrs: { type: 'string' },
  tags: { type: 'string' },
  gen: { type: 'string' },
  width: { type: 'string' },
  'acs-redirect': { type: 'string' },
  iotlb: { type: 'string' },
  'io-page': { type: 'string' },
  'working-set': { type: 'string' },
  credits: { type: 'string' },
  'no-caps': { type: 'boolean' },
} as const;
