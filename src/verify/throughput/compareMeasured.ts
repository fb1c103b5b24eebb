import { settle } from '../../build/settle.ts';
import { PLATFORMS } from '../../catalogue/platforms.ts';
import { analyze } from '../../engine/analyze.ts';
import { throughputOf } from '../../engine/flows/throughput.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import type { ThroughputReport } from '../../engine/flows/throughputReport.ts';
import type { Machine } from '../../model/machine.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import { measuredSketch } from './measuredMachines.ts';
import { MEASURED_ROWS, type MeasuredRow, SHOWN_KINDS, UNDRAWN } from './measuredRows.ts';

/** A measurement as the fixture has it: facts, and the address that they are from. */
export interface Measurement {
  readonly id: string;
  readonly kind: string;
  readonly quality: 'A' | 'B' | 'C';
  readonly system: string;
  readonly what: string;
  readonly gbps: number;
  readonly link: string;
  readonly source: string;
}

/** A measurement beside what the engine says. */
export interface Comparison {
  readonly id: string;
  readonly kind: string;
  /** GB/s. `null`: not drawn. */
  readonly predicted: number | null;
  /** Relative to the measured one: 0.1 is a tenth too much. */
  readonly error: number | null;
  /** What holds the flow back, as the engine names it. */
  readonly limit: string | null;
  readonly isCounted: boolean;
  /** The report warns of hardware that does worse than computed. */
  readonly isWarned: boolean;
  /** Why it is not counted, or not drawn. */
  readonly why: string | null;
  readonly drawn: string | null;
  /**
   * Where a figure of the catalogue is the middle of several rows, this one among them: what the middle of
   * the others predicts, GB/s. `null`: no such figure.
   */
  readonly fromOthers: number | null;
}

/** Every measurement with its prediction, in the order of the fixture. */
export function compareMeasured(
  measurements: readonly Measurement[],
  options: ThroughputOptions = USUAL_THROUGHPUT,
): readonly Comparison[] {
  const rows = new Map(MEASURED_ROWS.map((row) => [row.id, row]));
  const taken = rowsOfFigures();
  const measured = new Map(measurements.map(({ id, gbps }) => [id, gbps]));
  return measurements.map(({ id, kind, gbps }): Comparison => {
    const row = rows.get(id);
    if (!row) {
      const why = UNDRAWN[id] ?? null;
      const nothing = { predicted: null, error: null, limit: null, drawn: null, fromOthers: null };
      return { id, kind, ...nothing, isCounted: false, isWarned: false, why };
    }
    const report = answerTo(row, options);
    const predicted = predictionOf(row, report);
    const figure = taken.get(id);
    const ownFigure = figure ? 'A figure of the catalogue is from this row.' : null;
    const why = SHOWN_KINDS[kind] ?? row.uncounted ?? ownFigure;
    return {
      id,
      kind,
      predicted,
      error: predicted === null ? null : predicted / gbps - 1,
      limit: limitOf(row, report),
      isCounted: why === null && predicted !== null,
      isWarned: report.warnings.some((warning) => warning.kind === 'pathology'),
      why,
      drawn: row.drawn,
      fromOthers: figure ? predictedFromOthers(row, figure, measured, options) : null,
    };
  });
}

/** What the engine says of a row. */
export function answerTo(row: MeasuredRow, options: ThroughputOptions): ThroughputReport {
  return answerToSketch(measuredSketch(row.machine, row.work), options);
}

/** What the engine says of a sketch. */
export function answerToSketch(text: string, options: ThroughputOptions): ThroughputReport {
  return throughputOf(analyze(machineOf(text)), options);
}

/** The machine of a sketch, which must be without mistakes. */
export function machineOf(text: string): Machine {
  const { machine, problems } = readSketch(text, null);
  const [mistake] = problems;
  if (mistake) throw new Error(`${mistake.text}\n${text}`);
  return settle(machine).machine;
}

/** GB/s of what the row takes; `null`: the engine does not know. */
function predictionOf({ take }: MeasuredRow, { flows, groups }: ThroughputReport): number | null {
  const rates = flows.map(({ bytesPerSecond }) => bytesPerSecond ?? Number.NaN);
  const known = (value: number | null | undefined) =>
    value === undefined || value === null || Number.isNaN(value) ? null : value / 1e9;
  if (take === 'group') return known(groups[0]?.bytesPerSecond);
  if (take === 'first') return known(rates[0]);
  if (take === 'sum') return known(rates.reduce((sum, rate) => sum + rate, 0));
  const pairs = rates.flatMap((rate, at) =>
    at % 2 === 0 ? [Math.min(rate, rates[at + 1] ?? Number.NaN)] : [],
  );
  return known(pairs.reduce((sum, rate) => sum + rate, 0));
}

function limitOf({ take }: MeasuredRow, { flows, groups }: ThroughputReport): string | null {
  const limit = take === 'group' ? groups[0]?.limit : flows[0]?.limit;
  return limit?.where ?? null;
}

/** Each flow gets the middle of what a flow got in the other rows, if links carry so much. */
function predictedFromOthers(
  row: MeasuredRow,
  ids: readonly string[],
  measured: ReadonlyMap<string, number>,
  options: ThroughputOptions,
): number | null {
  const others = ids.flatMap((id) => {
    const flows = MEASURED_ROWS.find((each) => each.id === id)?.work.length;
    const gbps = measured.get(id);
    return id === row.id || flows === undefined || gbps === undefined ? [] : [gbps / flows];
  });
  const middle = medianOf(others);
  if (middle === null) return null;
  const links = predictionOf(row, answerTo(row, { ...options, withPlatformCaps: false }));
  const together = middle * row.work.length;
  return links === null ? together : Math.min(links, together);
}

/** Measurements that a figure of the catalogue was taken from, each with all that it was taken from. */
function rowsOfFigures(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const figure of PLATFORMS.flatMap((platform) => Object.values(platform))) {
    const rows = rowsOf(figure);
    for (const id of rows) if (!found.has(id)) found.set(id, rows);
  }
  return found;
}

function rowsOf(figure: unknown): readonly string[] {
  if (typeof figure !== 'object' || figure === null || !('source' in figure)) return [];
  const { source } = figure;
  if (typeof source !== 'object' || source === null || !('rows' in source)) return [];
  return Array.isArray(source.rows) ? source.rows : [];
}

/** The middle one of the errors, signs taken off; `null`: there are none. */
export function medianError(errors: readonly number[]): number | null {
  return medianOf(errors.map(Math.abs));
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
