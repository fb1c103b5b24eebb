import type { StoreApi } from 'zustand/vanilla';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../engine/flows/throughputOptions.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { FlowsView } from './flowsView.ts';
import type { PeerlaneState } from './state.ts';

/**
 * What the engine says of the flows. Who asks is fetched once there is a flow, or the flows are looked at:
 * most machines are looked at for other reasons.
 */
export class Throughputs {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #engine: EngineClient;
  #following: Promise<unknown> | null = null;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#engine = engine;
    store.subscribe((state) => {
      if (!this.#following && isOfInterest(state)) this.#follow();
    });
  }

  /** Options that come to what was asked before are taken for these: there is an answer to them. */
  look(change: Partial<FlowsView>): void {
    this.#store.setState(({ flows, throughput }) => {
      const { options } = change;
      if (options === undefined) return { flows: { ...flows, ...change } };
      const earlier = [USUAL_THROUGHPUT, flows.options, throughput?.options ?? flows.options];
      const known = earlier.find((each) => isSame(each, options)) ?? options;
      return { flows: { ...flows, ...change, options: known } };
    });
  }

  #follow(): void {
    this.#following = import('./FollowedFlows.ts').then(
      ({ FollowedFlows }) => new FollowedFlows(this.#store, this.#engine),
      () => {
        this.#following = null; // did not come: tried again with the next change
      },
    );
  }
}

function isSame(one: ThroughputOptions, other: ThroughputOptions): boolean {
  const names = Object.keys(one) as readonly (keyof ThroughputOptions)[];
  return names.every((name) => one[name] === other[name]);
}

function isOfInterest({ document, view }: PeerlaneState): boolean {
  if (!document) return false;
  const { flows, groups } = document.machine.workload;
  return flows.length + groups.length > 0 || (view.isDockOpen && view.dockTab === 'flows');
}
