import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker as its client sees it: it can be told things, and be ended. */
export interface EngineWorker {
  readonly post: (message: ToWorker) => void;
  readonly end: () => void;
}

/** What a worker does by itself. */
export interface WorkerEvents {
  readonly message: (message: FromWorker) => void;
  /** It broke, with these words; `null` when its script could not be loaded. */
  readonly broke: (words: string | null) => void;
}

/** Starts a worker. Throws when the browser refuses to. */
export type SpawnWorker = (events: WorkerEvents) => EngineWorker;
