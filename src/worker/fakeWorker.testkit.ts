import type { EngineClient, EngineHealth } from './engineClient.ts';
import { type FromWorker, PROTOCOL_VERSION, type ToWorker } from './protocol.ts';
import { startEngine } from './startEngine.ts';
import type { WorkerEvents } from './workerSeam.ts';

/** A worker that says only what a test has it say, unless it answers pings. */
export class FakeWorker {
  readonly heard: ToWorker[] = [];
  readonly events: WorkerEvents;
  isEnded = false;
  answersPings: boolean;

  constructor(events: WorkerEvents, answersPings: boolean) {
    this.events = events;
    this.answersPings = answersPings;
  }

  hear(message: ToWorker): void {
    this.heard.push(structuredClone(message));
    if (message.kind === 'ping' && this.answersPings) this.say({ kind: 'pong' });
  }

  say(message: FromWorker): void {
    this.events.message(message);
  }

  greet(version = PROTOCOL_VERSION): void {
    this.say({ kind: 'hello', version });
  }

  /** What it was asked or told to cancel: `judge 1`, `cancel 1`. */
  get asked(): readonly string[] {
    return this.heard.flatMap((message) => {
      if (message.kind === 'ask') return [`${message.question} ${message.id}`];
      return message.kind === 'cancel' ? [`cancel ${message.id}`] : [];
    });
  }

  get pings(): number {
    return this.heard.filter(({ kind }) => kind === 'ping').length;
  }
}

export interface Scene {
  readonly engine: EngineClient;
  readonly workers: FakeWorker[];
  /** The worker in office. */
  readonly worker: () => FakeWorker;
  readonly healths: EngineHealth[];
}

/** An engine on fake workers, greeted unless a test wants to do that itself. */
export function scene({ greets = true, answersPings = true } = {}): Scene {
  const workers: FakeWorker[] = [];
  const engine = startEngine({
    base: 'https://peerlane.test/',
    spawn: (events) => {
      const worker = new FakeWorker(events, answersPings);
      workers.push(worker);
      return {
        post: (message) => worker.hear(message),
        end: () => {
          worker.isEnded = true;
        },
      };
    },
  });
  const healths: EngineHealth[] = [];
  engine.onHealth((health) => healths.push(health));
  const worker = () => {
    const last = workers.at(-1);
    if (!last) throw new Error('no worker was started');
    return last;
  };
  if (greets) worker().greet();
  return { engine, workers, worker, healths };
}
