import type { Asking, EngineClient, EngineHealth, Outcome } from './engineClient.ts';
import {
  brokeDown,
  type Cause,
  deadWords,
  fellSilent,
  lostWords,
  NOT_LOADED,
  OLD_TAB,
  refusedWords,
  restartingWords,
} from './healthWords.ts';
import { type After, Heartbeat } from './heartbeat.ts';
import { tellMachine } from './machineChange.ts';
import { askOf, type JudgeAsk, type OpenQuestion } from './openQuestion.ts';
import { OpenQuestions } from './openQuestions.ts';
import {
  type FromWorker,
  PROTOCOL_VERSION,
  type Progress,
  type QuestionKind,
  type Questions,
} from './protocol.ts';
import type { EngineWorker, SpawnWorker } from './workerSeam.ts';

/** When the client pings, and when it loses patience. */
export interface EngineTimes {
  /** Between pings while a question is open. */
  readonly pingMs: number;
  /** Between pings otherwise. */
  readonly idlePingMs: number;
  /** Silence after which a worker is taken for hung. */
  readonly silenceMs: number;
  /** The same until its first word: its script may have a long way to come. */
  readonly startMs: number;
}

export interface ConnectionParts {
  readonly base: string;
  readonly spawn: SpawnWorker;
  readonly after: After;
  readonly times: EngineTimes;
}

/** Workers lost in a row, without an answer between, before we give up. */
const MOST_DEATHS = 3;

/**
 * The page's half of the protocol. It replaces a worker that broke or fell silent, and asks it
 * again what was not answered.
 */
export class EngineConnection implements EngineClient {
  readonly #parts: ConnectionParts;
  readonly #heartbeat: Heartbeat;
  readonly #listeners = new Set<(health: EngineHealth) => void>();
  readonly #open = new OpenQuestions();
  #health: EngineHealth = { kind: 'starting' };
  #worker: EngineWorker | null = null;
  /** Counts workers: what an earlier one still says is not heard. */
  #generation = 0;
  #lastId = 0;
  #deaths = 0;
  #isDisposed = false;
  /** The machine that is asked about, for a new worker. */
  #lastJudge: JudgeAsk | null = null;
  /** What the present worker was told of: that machine, an earlier one, or none yet. */
  #told: JudgeAsk['input'] | null = null;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { pingMs, idlePingMs } = parts.times;
    this.#heartbeat = new Heartbeat(
      {
        after: parts.after,
        ping: () => this.#worker?.post({ kind: 'ping' }),
        silent: (ms) => this.#died(fellSilent(ms)),
        isWaiting: () => this.#health.kind !== 'ready' || this.#open.size > 0,
        patience: () => this.#patience(),
      },
      { busyMs: pingMs, idleMs: idlePingMs },
    );
    this.#spawn();
  }

  get health(): EngineHealth {
    return this.#health;
  }

  onHealth(listener: (health: EngineHealth) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ask<Kind extends QuestionKind>(
    question: Kind,
    input: Questions[Kind]['in'],
    onProgress?: (progress: Progress) => void,
  ): Asking<Questions[Kind]['out']> {
    const ask = askOf(++this.#lastId, question, input);
    const outcome = new Promise<Outcome<Questions[Kind]['out']>>((resolve) => {
      this.#take({
        ask,
        onProgress: onProgress ?? null,
        // The worker answers in kind.
        resolve: (each) => resolve(each as Outcome<Questions[Kind]['out']>),
        isSent: false,
        isCancelled: false,
        losses: 0,
      });
    });
    return { outcome, cancel: () => this.#cancel(ask.id) };
  }

  restart(): void {
    if (this.#health.kind !== 'dead' || this.#isDisposed) return;
    this.#deaths = 0;
    this.#turn({ kind: 'starting' });
    this.#spawn();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.clear();
    this.#end();
    this.#open.settleAll({ kind: 'dropped' });
  }

  #take(question: OpenQuestion): void {
    const { ask } = question;
    if (ask.question === 'judge') this.#overtake(ask);
    if (this.#isDisposed) {
      question.resolve({ kind: 'dropped' });
    } else if (this.#health.kind === 'dead') {
      question.resolve({ kind: 'lost', why: this.#health.why });
    } else {
      this.#open.add(question);
      this.#pump();
      this.#heartbeat.hurry();
    }
  }

  #overtake(judge: JudgeAsk): void {
    for (const id of this.#open.cancelJudgements()) this.#worker?.post({ kind: 'cancel', id });
    this.#lastJudge = judge;
  }

  #cancel(id: number): void {
    if (this.#open.cancel(id)) this.#worker?.post({ kind: 'cancel', id });
  }

  /** Sends what may be sent. */
  #pump(): void {
    if (this.#health.kind !== 'ready') return;
    for (let next = this.#open.next(); next; next = this.#open.next()) this.#send(next);
  }

  #send(question: OpenQuestion): void {
    const { ask } = question;
    question.isSent = true;
    try {
      if (ask.question === 'judge') {
        this.#postJudge(ask);
      } else {
        if (ask.question !== 'read') this.#tellMachine();
        this.#worker?.post(ask);
      }
    } catch (error) {
      // It holds something that cannot be cloned: a mistake of ours.
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      this.#open.settle(ask.id, { kind: 'failed', message, stack });
    }
  }

  /** A new worker has not heard of the machine: asked for its table, it keeps it; cancelled, no more. */
  #tellMachine(): void {
    if (!this.#lastJudge || this.#told?.revision === this.#lastJudge.input.revision) return;
    const id = ++this.#lastId;
    this.#postJudge({ ...this.#lastJudge, id });
    this.#worker?.post({ kind: 'cancel', id });
  }

  #postJudge(judge: JudgeAsk): void {
    const { input } = judge;
    const machine = tellMachine(this.#told?.machine ?? null, input.machine);
    this.#worker?.post({ ...judge, input: { ...input, machine } });
    this.#told = input;
  }

  #spawn(): void {
    if (this.#isDisposed) return; // by one who was just told of the loss
    const generation = ++this.#generation;
    const isPresent = () => generation === this.#generation;
    this.#told = null;
    try {
      this.#worker = this.#parts.spawn({
        message: (message) => {
          if (isPresent()) this.#hear(message);
        },
        broke: (words) => {
          if (isPresent()) this.#broke(words);
        },
      });
      this.#worker.post({ kind: 'hello', version: PROTOCOL_VERSION, base: this.#parts.base });
      this.#heartbeat.start();
    } catch (error) {
      this.#die(refusedWords(error));
    }
  }

  #hear(message: FromWorker): void {
    this.#heartbeat.heard();
    switch (message.kind) {
      case 'hello':
        this.#greeted(message.version);
        break;
      case 'pong':
        break;
      case 'progress':
        this.#progressed(message.id, message.progress);
        break;
      case 'answer':
        this.#answered(message.id, { kind: 'answered', value: message.output });
        break;
      case 'dropped':
        this.#answered(message.id, { kind: 'dropped' });
        break;
      case 'failed': {
        const { id, message: words, stack } = message;
        this.#answered(id, { kind: 'failed', message: words, stack });
        break;
      }
    }
  }

  #greeted(version: number): void {
    if (version === PROTOCOL_VERSION) {
      this.#turn({ kind: 'ready' });
      this.#pump();
    } else {
      this.#die(OLD_TAB);
    }
  }

  #progressed(id: number, progress: Progress): void {
    const question = this.#open.get(id);
    if (question && !question.isCancelled) question.onProgress?.(progress);
  }

  #answered(id: number, outcome: Outcome<unknown>): void {
    if (!this.#open.settle(id, outcome)) return;
    this.#deaths = 0;
    this.#pump();
  }

  #broke(words: string | null): void {
    if (words === null && this.#health.kind !== 'ready') this.#die(NOT_LOADED);
    else this.#died(brokeDown(words));
  }

  /** The worker is no more. Starts another, unless that has been tried enough. */
  #died(cause: Cause): void {
    this.#end();
    this.#deaths++;
    this.#open.workerLost(lostWords(cause));
    if (this.#deaths >= MOST_DEATHS) {
      this.#die(deadWords(cause));
    } else {
      this.#turn({ kind: 'restarting', why: restartingWords(cause) });
      this.#spawn();
    }
  }

  #die(why: string): void {
    this.#end();
    this.#open.settleAll({ kind: 'lost', why });
    this.#turn({ kind: 'dead', why });
  }

  #end(): void {
    this.#generation++;
    this.#heartbeat.stop();
    this.#worker?.end();
    this.#worker = null;
  }

  #patience(): number {
    const { silenceMs, startMs } = this.#parts.times;
    if (this.#health.kind !== 'ready') return startMs;
    return silenceMs + this.#open.extraPatience();
  }

  #turn(health: EngineHealth): void {
    this.#health = health;
    for (const listener of [...this.#listeners]) listener(health);
  }
}
