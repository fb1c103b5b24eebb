import type { EngineClient } from './engineClient.ts';
import { EngineConnection, type EngineTimes } from './engineConnection.ts';
import type { After } from './heartbeat.ts';
import { spawnWorker } from './spawnWorker.ts';
import type { SpawnWorker } from './workerSeam.ts';

export interface EngineOptions {
  /** Address of the page, beside which the table of names lies. */
  readonly base?: string;
  readonly spawn?: SpawnWorker;
  readonly after?: After;
  readonly times?: Partial<EngineTimes>;
}

const TIMES: EngineTimes = { pingMs: 1000, idlePingMs: 5000, silenceMs: 5000, startMs: 30_000 };

/** Starts the engine in a worker of its own. */
export function startEngine(options: EngineOptions = {}): EngineClient {
  return new EngineConnection({
    base: options.base ?? document.baseURI,
    spawn: options.spawn ?? spawnWorker,
    after: options.after ?? afterTimeout,
    times: { ...TIMES, ...options.times },
  });
}

function afterTimeout(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}
