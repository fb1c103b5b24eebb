import type { Conditions } from '../kernel/conditions.ts';
import type { Topology } from '../pci/topology.ts';
import { MapTypesJudge } from './calcMapTypeAndDist.ts';
import { CommonBridgeJudge } from './commonBridgeOnly.ts';
import type { HostPath } from './hostPath.ts';
import { NodeVerdictsJudge } from './nodeVerdicts.ts';
import { NotCheckedJudge } from './notChecked.ts';
import type { PairJudge } from './pairJudge.ts';
import { TlpClassesJudge } from './tlpClasses.ts';
import { RedirectRefusesJudge } from './upstreamBridgeDistance.ts';
import { SameUpstreamPortJudge } from './upstreamBridgesMatch.ts';

/** The judge that this kernel is. */
export function pairJudgeOf(
  topology: Topology,
  hostPath: HostPath,
  conditions: Conditions,
): PairJudge {
  const { features } = conditions.kernel.value;
  switch (features.pairRule) {
    case 'none':
      return new NotCheckedJudge(topology, conditions);
    case 'same-upstream-port':
      return new SameUpstreamPortJudge(topology);
    case 'common-bridge':
      return new CommonBridgeJudge(topology);
    case 'redirect-refuses':
      return new RedirectRefusesJudge(topology, hostPath, features);
    case 'map-types':
      return new MapTypesJudge(topology, hostPath);
    case 'node-verdicts':
      return new NodeVerdictsJudge(topology, hostPath);
    case 'tlp-classes':
      return new TlpClassesJudge(topology, hostPath);
  }
}
