import type { PairVerdict } from '../../../engine/report.ts';
import { pairWay } from '../../../layout/pairWay.ts';
import type { Scene } from '../../../layout/scene.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { SvgPair } from './svgPair.ts';

/** How a pair that was judged is drawn; `rising`: its requests reach the host. */
export function judgedPair(
  scene: Scene,
  machine: Machine,
  verdict: PairVerdict,
  rising: boolean,
  nameOf: (id: FunctionId) => string,
): SvgPair {
  const { provider, client, mapType, possible, confidence } = verdict;
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const word = mapType ?? `unknown (${possible.join(' or ')})`;
  const distance = verdict.distance ?? 'not known';
  return {
    provider,
    client,
    way: pairWay(scene, machine, byId, { provider, client, rising }),
    verdict: mapType ?? 'unknown',
    redirecting: verdict.acsRedirect,
    words: `${nameOf(provider)} to ${nameOf(client)}: ${word}; distance ${distance}; ${confidence}`,
  };
}
