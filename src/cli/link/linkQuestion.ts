import type { LinkQuestion } from '../../engine/link/linkFigures.ts';
import { gtsOf, PCIE_GENERATIONS, type PcieGeneration } from '../../engine/link/pcieGeneration.ts';
import type { ParsedArgs } from '../args.ts';
import { numberAmong, numberBetween, sizeOption } from '../numberOption.ts';
import { UsageError } from '../usageError.ts';
import { wordAmong } from '../wordOption.ts';

/** What `peerlane link` was asked. */
export interface LinkRequest {
  readonly generation: PcieGeneration;
  readonly model: 'spec' | 'pcie-bench';
  readonly question: LinkQuestion;
}

/** PCI Express base specification 7.5.3.4 and 7.5.3.6. */
export const PAYLOADS = [128, 256, 512, 1024, 2048, 4096] as const;
export const WIDTHS = [1, 2, 4, 8, 12, 16, 32] as const;

/** Reads the options; generation and width have no default. */
export function linkRequest(args: ParsedArgs): LinkRequest {
  const generation = numberAmong(args, 'gen', PCIE_GENERATIONS);
  const width = numberAmong(args, 'width', WIDTHS);
  if (generation === null || width === null) {
    throw new UsageError('Which link? Name it with --gen and --width: --gen 5 --width 16.');
  }
  const model = wordAmong(args, 'model', ['spec', 'pcie-bench']) ?? 'spec';
  const linkEfficiency = numberBetween(args, 'eta', { least: 0.01, most: 1 });
  const dllpsPerTlp = numberBetween(args, 'dllps', { least: 0, most: 10 });
  if (model === 'pcie-bench' && (linkEfficiency !== null || dllpsPerTlp !== null)) {
    throw new UsageError('--eta and --dllps are not for --model pcie-bench, which has its own.');
  }
  return {
    generation,
    model,
    question: {
      rate: { gts: gtsOf(generation), width },
      sizeBytes: sizeOption(args, 'size') ?? 4096,
      maxPayload: numberAmong(args, 'mps', PAYLOADS) ?? 256,
      maxReadRequest: numberAmong(args, 'mrrs', PAYLOADS) ?? 512,
      readCompletionBoundary: numberAmong(args, 'rcb', [64, 128]) ?? 64,
      completions: wordAmong(args, 'completions', ['rcb', 'mps']) ?? 'mps',
      addressBits: numberAmong(args, 'addr', [32, 64]) ?? 64,
      ecrc: args.flag('ecrc'),
      linkEfficiency: linkEfficiency ?? 1,
      dllpsPerTlp: dllpsPerTlp ?? 1,
    },
  };
}
