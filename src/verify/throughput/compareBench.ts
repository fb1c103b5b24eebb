import { medianError } from './compareMeasured.ts';
import {
  BENCH_OPERATIONS,
  type BenchOperation,
  type BenchSystem,
  benchPrediction,
} from './pcieBench.ts';

/** The fixture of pcie-bench. */
export interface BenchData {
  readonly sizes: readonly number[];
  readonly windows: readonly number[];
  readonly systems: readonly BenchSystem[];
}

/** A sweep of sizes on one machine. */
export interface SizeSweep {
  readonly system: string;
  readonly operation: BenchOperation;
  /** Relative, one for each size. */
  readonly errors: readonly number[];
}

/** A sweep of windows behind an IOMMU. */
export interface WindowSweep {
  readonly system: string;
  readonly operation: 'read' | 'write';
  readonly size: number;
  readonly errors: readonly number[];
  /** The first window, bytes, in which more than a tenth is lost; `null`: none. */
  readonly measuredKnee: number | null;
  readonly predictedKnee: number | null;
}

/** What the IOTLB holds is lost when a tenth is: below that it may be noise. */
const LOST = 0.9;
/** The window of the sweeps of sizes: every IOTLB holds its pages. */
const SMALL_WINDOW = 8192;
const WINDOW_SIZES = [64, 128, 256, 512] as const;

/** All sweeps of sizes: each machine, read, written and both. */
export function compareSizes({ sizes, systems }: BenchData): readonly SizeSweep[] {
  return systems.flatMap((system) =>
    BENCH_OPERATIONS.map((operation) => ({
      system: system.id,
      operation,
      errors: sizes.map((size, at) =>
        errorOf(benchPrediction(system, operation, size, SMALL_WINDOW), system[operation][at]),
      ),
    })),
  );
}

/** All sweeps of windows of the machines whose IOMMU translates. */
export function compareWindows({ windows, systems }: BenchData): readonly WindowSweep[] {
  return systems.flatMap((system) =>
    (['read', 'write'] as const).flatMap((operation) =>
      WINDOW_SIZES.flatMap((size) => {
        const measured = system.windows?.[operation][String(size)];
        if (!measured) return [];
        const predicted = windows.map((window) => benchPrediction(system, operation, size, window));
        return {
          system: system.id,
          operation,
          size,
          errors: predicted.map((rate, at) => errorOf(rate, measured[at])),
          measuredKnee: kneeOf(windows, measured),
          predictedKnee: kneeOf(windows, predicted),
        };
      }),
    ),
  );
}

/** The middle error and the worst one of some sweeps. */
export function errorsOf(sweeps: readonly { readonly errors: readonly number[] }[]): {
  readonly median: number;
  readonly worst: number;
  readonly count: number;
} {
  const errors = sweeps.flatMap((sweep) => sweep.errors);
  return {
    median: medianError(errors) ?? Number.NaN,
    worst: Math.max(...errors.map(Math.abs)),
    count: errors.length,
  };
}

function errorOf(predicted: number, measured: number | undefined): number {
  return predicted / (measured ?? Number.NaN) - 1;
}

function kneeOf(windows: readonly number[], rates: readonly number[]): number | null {
  const most = Math.max(...rates);
  const at = rates.findIndex((rate) => rate < most * LOST);
  return windows[at] ?? null;
}
