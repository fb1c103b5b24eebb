import { readFileSync } from 'node:fs';
import { machineOf } from '../flows/flows.testkit.ts';
import { throughputOf } from '../flows/throughput.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../flows/throughputOptions.ts';
import type { FlowReport, StreamReport, ThroughputReport } from '../flows/throughputReport.ts';
import { under } from './ask.testkit.ts';

/*
 * The machines on which claims about rates are shown, by the letters that docs/claims.md gives them. They
 * are text, which a reader changes as the steps say.
 */

/** One NIC writes to a GPU beside it and to host memory; another NIC is plugged in past the switch. */
export const G = sketchNamed('one-switch-flows');

/** A processor's loads and stores, by each way that a GPU's memory may be mapped. */
export const H = sketchNamed('processor-and-gpu');

function sketchNamed(name: string): string {
  const file = new URL(`../../../fixtures/claims/${name}.sketch`, import.meta.url);
  return readFileSync(file, 'utf8');
}

/** The text with one thing in place of another, as typed or by `sed`. Throws where there is nothing to change. */
export function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
}

/** With only those of its flows. */
export function only(text: string, ...names: readonly string[]): string {
  const isKept = (line: string) =>
    !line.startsWith('flow ') || names.some((name) => line.startsWith(`flow ${name}:`));
  return text.split('\n').filter(isKept).join('\n');
}

/** What the flows of a text get, with figures as usual. */
export function throughput(
  text: string,
  kernel = '6.12',
  options: Partial<ThroughputOptions> = {},
): ThroughputReport {
  return throughputOf(under(machineOf(text), kernel), { ...USUAL_THROUGHPUT, ...options });
}

export function flowNamed({ flows }: ThroughputReport, name: string): FlowReport {
  const flow = flows.find(({ title }) => title === name);
  if (!flow) throw new Error(`no flow ${name}`);
  return flow;
}

/** The only stream of that flow. */
export function streamNamed(report: ThroughputReport, name: string): StreamReport {
  const [stream, ...others] = flowNamed(report, name).streams;
  if (!stream || others.length > 0) throw new Error(`${name} has not one stream`);
  return stream;
}

/** Bytes a second by the names of the flows. */
export function ratesByName({ flows }: ThroughputReport): Readonly<Record<string, number | null>> {
  return Object.fromEntries(flows.map(({ title, bytesPerSecond }) => [title, bytesPerSecond]));
}
