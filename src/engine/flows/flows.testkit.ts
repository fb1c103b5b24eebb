import { settle } from '../../build/settle.ts';
import type { Machine } from '../../model/machine.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import { analyze } from '../analyze.ts';
import { type Plans, planStreams } from './planStreams.ts';
import { throughputOf } from './throughput.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from './throughputOptions.ts';
import type { FlowReport, StreamReport, ThroughputReport } from './throughputReport.ts';

/** What the best rigs reach, as in the worked examples. */
export const BEST_RIGS: Partial<ThroughputOptions> = { linkEfficiency: 0.98 };

/** A machine from text, numbered as on a drawing. Throws where the text has errors. */
export function machineOf(text: string): Machine {
  const { machine, problems } = readSketch(text, null);
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`line ${error.line}: ${error.text}`);
  return settle(machine).machine;
}

/** The report on a machine from text; with the best rigs' efficiency unless said otherwise. */
export function reportOf(text: string, options: Partial<ThroughputOptions> = {}): ThroughputReport {
  return throughputOf(analyze(machineOf(text)), { ...USUAL_THROUGHPUT, ...BEST_RIGS, ...options });
}

/** Its plans alone. */
export function plansOf(text: string, options: Partial<ThroughputOptions> = {}): Plans {
  return planStreams(analyze(machineOf(text)), { ...USUAL_THROUGHPUT, ...options });
}

/** Rates of all flows in GB/s with two digits. */
export function rates({ flows }: ThroughputReport): readonly (number | null)[] {
  return flows.map(({ bytesPerSecond }) => gb(bytesPerSecond));
}

/** GB/s with two digits. */
export function gb(bytesPerSecond: number | null): number | null {
  return bytesPerSecond === null ? null : Math.round(bytesPerSecond / 1e7) / 100;
}

/** What holds each flow: `link Gen5 x16 above gpu0, upwards`. */
export function held({ flows }: Pick<ThroughputReport, 'flows'>): readonly (string | null)[] {
  return flows.map(({ limit }) => limit && `${limit.kind} ${limit.where}`);
}

/** The streams of a report's only flow, or of one of several. */
export function streams(report: ThroughputReport, flow = 0): readonly StreamReport[] {
  return flowAt(report, flow).streams;
}

export function flowAt({ flows }: ThroughputReport, index: number): FlowReport {
  const flow = flows[index];
  if (!flow) throw new RangeError(`no flow ${index}`);
  return flow;
}

/** `gpu0 up write, sw0 up write, gpu1 down write`: by what is plugged in below each link. */
export function way({ links }: ThroughputReport, { crossings }: StreamReport): string {
  return crossings
    .map(({ link, direction, packet }) => `${links[link]?.lower} ${direction} ${packet}`)
    .join(', ');
}

/** Two switches under one socket, four and two devices; AMD, where Linux trusts the root complex. */
export const TWO_SWITCHES = `
cpu AuthenticAMD:0x1a
kernel 6.12 "iommu=pt"
socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        gpu1: gpu gen5 x16
        gpu2: gpu gen5 x16
        gpu3: gpu gen5 x16
    rp1: port gen5 x16
      sw1: switch gen5 x16
        gpu4: gpu gen5 x16
        gpu5: gpu gen5 x16
        gpu6: gpu gen5 x16
        gpu7: gpu gen5 x16
`;
