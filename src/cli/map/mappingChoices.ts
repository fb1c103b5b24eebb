import type { MappingOptions } from '../../engine/mapping/mappingOptions.ts';
import type { ParsedArgs } from '../args.ts';
import { UsageError } from '../usageError.ts';

/** What is asked beside machine and conditions. */
export type Choices = Pick<
  MappingOptions,
  'fidelity' | 'driver' | 'design' | 'barPages' | 'p2pFlag' | 'isXen'
>;

const FIDELITIES = ['as-run', 'intended'] as const;
const DRIVERS = ['own', 'software-rdma', 'private-ops', 'private-ops-flagged'] as const;
const DESIGNS = [
  'kernel',
  'p2p-shim',
  'one-target',
  'switch-iommu',
  'out-of-tree',
  'physical-until-used',
] as const;
const BAR_PAGES = ['struct-page', 'none'] as const;

/** Reads `--fidelity`, `--driver`, `--design` and what else decides who maps. */
export function mappingChoices(args: ParsedArgs): Choices {
  return {
    fidelity: choice(args, 'fidelity', FIDELITIES),
    driver: choice(args, 'driver', DRIVERS),
    design: choice(args, 'design', DESIGNS),
    barPages: choice(args, 'bar-pages', BAR_PAGES),
    p2pFlag: !args.flag('no-p2p-flag'),
    isXen: args.flag('xen'),
  };
}

/** The first is the default. */
function choice<T extends string>(
  args: ParsedArgs,
  option: string,
  values: readonly [T, ...(readonly T[])],
): T {
  const text = args.text(option);
  if (text === null) return values[0];
  const value = values.find((each) => each === text);
  if (value === undefined) {
    throw new UsageError(`--${option} takes ${values.join(', ')}, not ${text}.`);
  }
  return value;
}
