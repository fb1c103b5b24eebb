import type { FlowId, ScatterlistId } from '../../model/ids.ts';
import type { Flow, FlowEnd, FlowEngine, FlowGroup, Workload } from '../../model/workload.ts';
import type { FlowDraft } from '../attribute.ts';
import { FLOW_ATTRIBUTES } from '../attributesOther.ts';
import { lexLine, type Word } from '../lexLine.ts';
import { splitAttribute } from '../splitAttribute.ts';
import { applyAttributes, saidAttributes } from './applyAttributes.ts';
import type { Draft } from './Draft.ts';
import type { References } from './References.ts';
import { type StatementLine, show } from './readLines.ts';
import { readList } from './readList.ts';

const ARROWS = ['->', '<-', '<->'];
const OPERATIONS = ['write', 'read', 'copy'] as const;
type Operation = (typeof OPERATIONS)[number];
const PATTERNS = {
  all: 'all-to-all',
  incast: 'incast',
  sequence: 'sequence',
  ring: 'ring',
  nvmeof: 'nvme-of',
} as const;
const CALLED = /^(all|incast|sequence|ring|nvmeof)\(/;

/** Flows, groups and scatterlists: what the machine is to do. */
export function readWorkload(
  draft: Draft,
  refs: References,
  statements: readonly StatementLine[],
): Workload {
  const reader = new WorkloadReader(draft, refs);
  // Scatterlists first: flows may name them.
  for (const statement of statements) if (statement.word === 'list') reader.list(statement);
  for (const statement of statements) {
    if (statement.word === 'flow') reader.flow(statement);
    if (statement.word === 'group') reader.group(statement);
  }
  return reader.workload();
}

class WorkloadReader {
  readonly #draft: Draft;
  readonly #refs: References;
  readonly #flows: Flow[] = [];
  readonly #groups: FlowGroup[] = [];
  readonly #lists: Workload['scatterlists'][number][] = [];
  readonly #names = new Map<string, number>();
  readonly #listIds = new Map<string, ScatterlistId>();
  readonly #before = new Map<string, string>();

  constructor(draft: Draft, refs: References) {
    this.#draft = draft;
    this.#refs = refs;
    const workload = draft.base.machine?.workload;
    const things = workload
      ? [...workload.flows, ...workload.groups, ...workload.scatterlists]
      : [];
    for (const { id } of things) this.#before.set(id, id);
    for (const { id, label } of things) if (label !== null) this.#before.set(label, id);
  }

  workload(): Workload {
    return { flows: this.#flows, groups: this.#groups, scatterlists: this.#lists };
  }

  list(statement: StatementLine): void {
    const read = readList(this.#draft, this.#refs, statement);
    if (!read) return;
    const { name, client, entries } = read;
    const id = this.#idFor(statement, name, `list${this.#lists.length + 1}`) as ScatterlistId;
    this.#lists.push({ id, label: name?.value ?? null, client, entries });
    if (name && !this.#listIds.has(name.value)) this.#listIds.set(name.value, id);
    this.#listIds.set(id, id);
  }

  flow(statement: StatementLine): void {
    const { line, at, words } = statement;
    const name = words[0]?.isName ? words[0] : null;
    const rest = words.slice(name ? 1 : 0);
    const isCopy = rest[0]?.text === 'copy' && !ARROWS.includes(rest[1]?.text ?? '');
    const [left, arrow, right, ...after] = isCopy ? rest.slice(1) : rest;
    if (!left || !right || !arrow || !ARROWS.includes(arrow.text)) {
      const found = arrow ? `; found ${show(arrow.text)} where an arrow stands` : '';
      this.#draft.problems.error(
        line,
        arrow ?? at,
        `flow expects two ends with an arrow${found}.`,
        {
          instead: arrow ? '->' : 'flow f0: gpu0 -> gpu1 write',
        },
      );
      return;
    }
    const isBackwards = arrow.text === '<-';
    const ends = [this.#end(left, line), this.#end(right, line)] as const;
    const { operation, by, attributes } = this.#tail(statement, after);
    const figures = this.#figures(statement, 'flow', attributes);
    const [first, second] = isBackwards ? [ends[1], ends[0]] : ends;
    if (!first || !second || by === undefined) return;
    const id = this.#idFor(statement, name, `flow${this.#flows.length + 1}`) as FlowId;
    this.#flows.push({
      id,
      label: name?.value ?? null,
      from: first,
      to: second,
      operation: operation ?? (isCopy ? 'copy' : isBackwards ? 'read' : 'write'),
      by,
      bothWays: arrow.text === '<->',
      ...figures,
    });
  }

  group(statement: StatementLine): void {
    const { line, at, words } = statement;
    const name = words[0]?.isName ? words[0] : null;
    const rest = words.slice(name ? 1 : 0);
    const parsed = CALLED.test(rest[0]?.text ?? '') ? called(rest) : chained(rest);
    if (!parsed) {
      this.#draft.problems.error(line, rest[0] ?? at, 'group expects a ring of arrows or all(…).', {
        instead: 'group g0: all(gpu0 gpu1) write',
        hint: 'Also incast(…), sequence(…), ring(…) and nvmeof(…).',
      });
      return;
    }
    const members = parsed.members.map((word) => this.#end(word, line));
    const { operation, attributes } = this.#tail(statement, parsed.after);
    const { sizeBytes } = this.#figures(statement, 'group', attributes);
    const through = this.#through(statement, parsed.pattern, attributes);
    if (operation === 'copy') {
      this.#draft.problems.error(line, at, 'A group writes or reads.', { instead: 'write' });
    }
    const read = members.filter((member) => member !== undefined);
    if (read.length < members.length || through === undefined) return;
    const id = this.#idFor(statement, name, `group${this.#groups.length + 1}`) as FlowId;
    this.#groups.push({
      id,
      label: name?.value ?? null,
      pattern: parsed.pattern,
      members: read,
      ...(through === null ? {} : { through }),
      operation: operation === 'read' ? 'read' : 'write',
      sizeBytes,
    });
  }

  /** Whose memory holds the data of a pipeline; `null`: that is not said. `undefined` is told. */
  #through(
    { line }: StatementLine,
    pattern: FlowGroup['pattern'],
    attributes: readonly Word[],
  ): FlowEnd | null | undefined {
    const said = attributes.find((word) => splitAttribute(word).name === 'through');
    if (!said || said.equals === null) return null;
    if (pattern !== 'nvme-of') {
      this.#draft.problems.error(line, said, 'through= is of nvmeof(…) alone.');
      return undefined;
    }
    const name = wordWithin(said, said.equals + 1 - said.from, 0);
    if (name) return this.#end(name, line);
    const what = 'through expects a part, or ram0; found nothing.';
    this.#draft.problems.error(line, said, what, { instead: 'through=ram0' });
    return undefined;
  }

  /** Memory of a part, of a socket, or a scatterlist. */
  #end(word: Word, line: number): FlowEnd | undefined {
    const memory = word.isQuoted ? null : /^ram(\d{0,5}|@.+)$/.exec(word.value);
    if (memory) {
      const socket = this.#refs.socket(memory[1] ?? '', line, word);
      return socket === undefined ? undefined : { kind: 'memory', socket };
    }
    const list = this.#draft.names.find(word.value) ? undefined : this.#listIds.get(word.value);
    if (list !== undefined) return { kind: 'scatterlist', id: list };
    const id = this.#refs.functionNamed(word.value, line, word);
    return id === undefined ? undefined : { kind: 'function', id };
  }

  /** Operation, engine and attributes: what follows the ends. */
  #tail(
    { line, at }: StatementLine,
    words: readonly Word[],
  ): {
    readonly operation: Operation | null;
    readonly by: FlowEngine | null | undefined;
    readonly attributes: readonly Word[];
  } {
    let operation: Operation | null = null;
    let by: FlowEngine | null | undefined = null;
    const attributes: Word[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (!word) continue;
      const said = OPERATIONS.find((each) => each === word.text);
      if (said) operation = said;
      else if (word.text === 'by') {
        const engine = words[++index];
        if (engine) by = this.#engine(engine, line);
        else {
          by = undefined;
          this.#draft.problems.error(line, word, 'by expects a part, or cpu0/WC.');
        }
      } else if (word.equals === null) {
        this.#draft.problems.notOneOf(
          line,
          word,
          `${show(word.text)} is not expected here; there are write, read, copy and by.`,
          word.text,
          [...OPERATIONS, 'by'],
        );
      } else attributes.push(word);
    }
    void at;
    return { operation, by, attributes };
  }

  #engine(word: Word, line: number): FlowEngine | undefined {
    const cpu = word.isQuoted ? null : /^cpu(\d{0,5}|@[^/]+)(?:\/(UC|WC|WB))?$/.exec(word.value);
    if (!cpu) {
      const id = this.#refs.functionNamed(word.value, line, word);
      return id === undefined ? undefined : { kind: 'function', id };
    }
    const socket = this.#refs.socket(cpu[1] ?? '', line, word);
    if (socket === undefined) return undefined;
    const caching = cpu[2] === 'UC' || cpu[2] === 'WB' ? cpu[2] : 'WC';
    return { kind: 'cpu', socket, caching };
  }

  #figures({ line }: StatementLine, kind: 'flow' | 'group', words: readonly Word[]): FlowDraft {
    const { problems } = this.#draft;
    const said = saidAttributes(line, kind, words, problems);
    const start: FlowDraft = { sizeBytes: null, queueDepth: null, rateBytesPerSecond: null };
    return applyAttributes(start, said, kind, FLOW_ATTRIBUTES, problems);
  }

  #idFor({ line }: StatementLine, name: Word | null, wish: string): string {
    const { ids, problems, lineOf } = this.#draft;
    let id: string;
    if (!name) id = ids.derived(wish);
    else {
      const first = this.#names.get(name.value);
      if (first !== undefined) {
        problems.error(line, name, `The name ${name.value} is used twice, first on line ${first}.`);
      } else this.#names.set(name.value, line);
      const before = this.#before.get(name.value);
      id = ids.forName(before !== undefined && !ids.isTaken(before) ? before : name.value);
    }
    lineOf.set(id as FlowId, line);
    return id;
  }
}

interface Members {
  readonly pattern: FlowGroup['pattern'];
  readonly members: readonly Word[];
  readonly after: readonly Word[];
}

/** `a -> b -> a`: a ring where it comes back to its beginning, else a sequence. */
function chained(words: readonly Word[]): Members | null {
  const [first] = words;
  if (!first) return null;
  const members = [first];
  let at = 1;
  while (words[at]?.text === '->') {
    const next = words[at + 1];
    if (!next) return null;
    members.push(next);
    at += 2;
  }
  if (members.length < 2) return null;
  const last = members.at(-1);
  const isRing = last !== undefined && last.value === first.value && members.length > 2;
  return {
    pattern: isRing ? 'ring' : 'sequence',
    members: isRing ? members.slice(0, -1) : members,
    after: words.slice(at),
  };
}

/** `all(a b c)`: the words between the parentheses. */
function called(words: readonly Word[]): Members | null {
  const [first] = words;
  const head = CALLED.exec(first?.text ?? '');
  if (!first || !head) return null;
  const pattern = PATTERNS[head[1] as keyof typeof PATTERNS];
  const members: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) return null;
    const skip = index === 0 ? head[0].length : 0;
    const isLast = word.text.endsWith(')');
    const member = wordWithin(word, skip, isLast ? 1 : 0);
    if (member) members.push(member);
    if (isLast) return { pattern, members, after: words.slice(index + 1) };
  }
  return null;
}

/** The word without characters at its ends; `null`: nothing is left. */
function wordWithin(word: Word, front: number, back: number): Word | null {
  const text = word.text.slice(front, word.text.length - back);
  const [inner] = lexLine(text).words;
  if (!inner) return null;
  return { ...inner, from: word.from + front, to: word.to - back };
}
