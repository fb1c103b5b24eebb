import type { MappingOptions } from '../../engine/mapping/mappingOptions.ts';
import type { ParsedArgs } from '../args.ts';
import { wordOrFirst } from '../wordOption.ts';

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
    fidelity: wordOrFirst(args, 'fidelity', FIDELITIES),
    driver: wordOrFirst(args, 'driver', DRIVERS),
    design: wordOrFirst(args, 'design', DESIGNS),
    barPages: wordOrFirst(args, 'bar-pages', BAR_PAGES),
    p2pFlag: !args.flag('no-p2p-flag'),
    isXen: args.flag('xen'),
  };
}
