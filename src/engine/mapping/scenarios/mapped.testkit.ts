import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { analyze } from '../../analyze.ts';
import type { ConditionRequest } from '../../kernel/conditions.ts';
import { eraById } from '../../kernel/eras.ts';
import { mapList } from '../mapList.ts';
import { type MappingOptions, USUAL_MAPPING } from '../mappingOptions.ts';
import type { MappingReport } from '../mappingReport.ts';
import { NIC } from '../scenarioMachines.testkit.ts';

interface Under extends Omit<Partial<ConditionRequest>, 'kernel'>, Partial<MappingOptions> {
  readonly kernel?: string;
  readonly client?: FunctionId;
}

const OPTIONS = Object.keys(USUAL_MAPPING);

/** A list on a machine: `kernel: '6.1'`, other conditions, and options, all in one. */
export function mapped(
  machine: Machine,
  entries: readonly ScatterlistEntry[],
  { kernel, client = NIC, ...rest }: Under = {},
): MappingReport {
  const isOption = ([name]: readonly [string, unknown]) => OPTIONS.includes(name);
  const options = Object.fromEntries(Object.entries(rest).filter(isOption));
  const asked = Object.fromEntries(Object.entries(rest).filter((each) => !isOption(each)));
  const conditions = { ...(kernel !== undefined && { kernel: eraById(kernel) }), ...asked };
  return mapList(analyze(machine), {
    list: { client, entries },
    options: { ...USUAL_MAPPING, ...options },
    conditions,
  });
}

/** `0xffffc000+2000`, `0x3800000000+2000 BUS`: the outputs in a line each. */
export function outputs({ mapping, addresses }: MappingReport): readonly string[] {
  return mapping.outputs.map(({ length, space }, index) => {
    const mark = space === 'IOVA' || space === 'PHYS' ? '' : ` ${space}`;
    return `${addresses[index] ?? 'unwritten'}+${length.toString(16)}${mark}`;
  });
}

/** Why each output begins. */
export function reasons({ mapping }: MappingReport): readonly string[] {
  return mapping.outputs.map(({ why }) => why);
}

/** What becomes of requests to each output. */
export function fates({ wire }: MappingReport): readonly string[] {
  return wire.map(({ fate }) => fate);
}

/** Where the request of an output's walk goes, place by place. */
export function places({ wire }: MappingReport, output: number): readonly string[] {
  const hops = wire[output]?.walk?.hops ?? [];
  return hops
    .filter(({ packet }) => packet !== 'completion')
    .map(({ at, action }) => `${at.kind === 'function' ? at.id.slice(5) : at.kind} ${action}`);
}
