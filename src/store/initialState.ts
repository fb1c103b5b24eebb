import type { EngineHealth } from '../worker/engineClient.ts';
import { NO_FLOWS } from './flowsView.ts';
import { NO_MAPPING } from './mappingView.ts';
import type { ChosenPair, PeerlaneState, View } from './state.ts';

export const NO_PAIR: ChosenPair = { provider: null, client: null };

/** The state before anything was opened. */
export function initialState(health: EngineHealth, view: View): Omit<PeerlaneState, 'actions'> {
  return {
    document: null,
    undoable: [],
    redoable: [],
    saving: { kind: 'saved' },
    opening: { kind: 'idle' },
    health,
    judging: null,
    notices: [],
    isStarted: false,
    results: null,
    explained: null,
    isolated: null,
    compared: null,
    mapped: null,
    mappedBeside: null,
    mappedSeveral: {},
    mappingTrouble: null,
    throughput: null,
    throughputBeside: null,
    curves: null,
    flowsTrouble: null,
    selection: new Set(),
    focus: null,
    link: null,
    pair: NO_PAIR,
    play: null,
    mapping: NO_MAPPING,
    flows: NO_FLOWS,
    flowDrawing: null,
    carry: null,
    renaming: null,
    noting: null,
    listing: 'endpoints',
    view,
    camera: { serial: 0, move: 'fit' },
    tidied: 0,
    announcement: '',
  };
}
