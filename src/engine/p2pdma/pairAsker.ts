import type { FunctionId } from '../../model/ids.ts';
import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import type { PairVerdict } from './verdict.ts';

/** Whoever answers about pairs of a machine under given conditions: an `Analysis`. */
export interface PairAsker {
  readonly topology: Topology;
  readonly conditions: Conditions;
  pair(provider: FunctionId, client: FunctionId): PairVerdict;
}
