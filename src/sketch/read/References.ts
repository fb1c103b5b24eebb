import { withArticle } from '../../base/article.ts';
import type { FunctionId, SocketId } from '../../model/ids.ts';
import type { Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Draft } from './Draft.ts';
import type { Named } from './Names.ts';
import type { Stretch } from './ProblemList.ts';
import { show } from './readLines.ts';

/** Leads from names in statements to parts. What leads nowhere is told. */
export class References {
  readonly #draft: Draft;
  readonly #functions = new Map<FunctionId, PciFunction>();
  readonly #byId = new Map<string, Named>();
  readonly #byAddress = new Map<string, Named>();

  constructor(draft: Draft) {
    this.#draft = draft;
    for (const { fn } of draft.functions) {
      this.#functions.set(fn.id, fn);
      this.#byId.set(fn.id, { kind: 'function', id: fn.id });
      if (fn.id.startsWith('0000:'))
        this.#byAddress.set(fn.id.slice(5), { kind: 'function', id: fn.id });
    }
    for (const { id } of draft.hosts) this.#byId.set(id, { kind: 'host', id });
    for (const { id } of draft.sockets) this.#byId.set(id, { kind: 'socket', id });
  }

  /** A part by name, id or (in domain 0000) short address; `undefined` and told: there is none. */
  part(
    name: string,
    line: number,
    at: Stretch,
    kinds: readonly Named['kind'][],
  ): Named | undefined {
    const found = this.#draft.names.find(name) ?? this.#byId.get(name) ?? this.#byAddress.get(name);
    if (found && kinds.includes(found.kind)) return found;
    if (found) {
      this.#draft.problems.error(
        line,
        at,
        `${show(name)} is ${withArticle(found.kind)}; here stands the name of a ${kinds.join(' or ')}.`,
      );
      return undefined;
    }
    this.#draft.problems.notOneOf(
      line,
      at,
      `Nothing is called ${show(name)}.`,
      name,
      this.#draft.names.words(),
    );
    return undefined;
  }

  functionOf(id: FunctionId): PciFunction | undefined {
    return this.#functions.get(id);
  }

  functionNamed(name: string, line: number, at: Stretch): FunctionId | undefined {
    const found = this.part(name, line, at, ['function']);
    return found?.kind === 'function' ? found.id : undefined;
  }

  /** The socket with that number. */
  socketOf(number: number): Socket | undefined {
    return this.#draft.sockets.find(({ numaNode }) => numaNode === number);
  }

  /** `''` is none in particular, a number the socket's, `@name` a socket by its name. `undefined` is told. */
  socket(text: string, line: number, at: Stretch): SocketId | null | undefined {
    if (text === '') return null;
    if (text.startsWith('@')) {
      const found = this.part(text.slice(1), line, at, ['socket']);
      return found?.kind === 'socket' ? found.id : undefined;
    }
    const socket = this.socketOf(Number(text));
    if (socket) return socket.id;
    this.#draft.problems.error(line, at, `There is no socket ${text}.`, {
      hint: 'Write a line such as: socket 0',
    });
    return undefined;
  }
}
