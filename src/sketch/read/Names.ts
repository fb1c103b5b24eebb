import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import type { ProblemList } from './ProblemList.ts';
import type { NodeLine, StatementLine } from './readLines.ts';

/** What a name of a part leads to. */
export type Named =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'host'; readonly id: HostBridgeId }
  | { readonly kind: 'socket'; readonly id: SocketId }
  | { readonly kind: 'slot'; readonly id: SlotId };

/** Names of parts in a text: each is used once, and leads to an id. */
export class Names {
  readonly #owners = new Map<string, NodeLine | StatementLine>();
  readonly #targets = new Map<string, Named>();

  /** Takes a name for a line; `false`: another line has it, which is told. */
  take(
    name: string,
    at: { readonly from: number; readonly to: number },
    owner: NodeLine | StatementLine,
    problems: ProblemList,
  ): boolean {
    const first = this.#owners.get(name);
    if (first === undefined) {
      this.#owners.set(name, owner);
      return true;
    }
    let free = 2;
    while (this.#owners.has(`${name}-${free}`)) free++;
    problems.error(owner.line, at, `The name ${name} is used twice, first on line ${first.line}.`, {
      hint: 'Names are unique in a text.',
      instead: null,
    });
    return false;
  }

  /** Is this line the one that a name means? */
  isOwner(name: string, line: NodeLine | StatementLine): boolean {
    return this.#owners.get(name) === line;
  }

  get all(): ReadonlySet<string> {
    return new Set(this.#owners.keys());
  }

  words(): Iterable<string> {
    return this.#owners.keys();
  }

  /** Says where a name leads to, once its line has been read. */
  lead(name: string, target: Named): void {
    if (!this.#targets.has(name)) this.#targets.set(name, target);
  }

  /** Names that led to one id lead to another. */
  leadAnew(before: string, target: Named): void {
    for (const [name, { id }] of this.#targets) if (id === before) this.#targets.set(name, target);
  }

  /** What a name leads to; `undefined`: no line that could be read has it. */
  find(name: string): Named | undefined {
    return this.#targets.get(name);
  }
}
