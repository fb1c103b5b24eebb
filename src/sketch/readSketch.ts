import { compareAddresses } from '../model/address.ts';
import { blankMachine } from '../model/blank.ts';
import type { Machine } from '../model/machine.ts';
import { severalFunctions } from './captured.ts';
import { Base } from './read/Base.ts';
import type { Draft } from './read/Draft.ts';
import { hostWords } from './read/hostName.ts';
import { Ids } from './read/Ids.ts';
import { Names } from './read/Names.ts';
import { ProblemList } from './read/ProblemList.ts';
import { References } from './read/References.ts';
import { readWorkload } from './read/readFlows.ts';
import { readTop } from './read/readHosts.ts';
import { type NodeLine, readLines, type SketchLines } from './read/readLines.ts';
import { readLinks, readNotes, readSlots } from './read/readParts.ts';
import { readMachineName, readOrigin, readSettings, settingsOfHosts } from './read/readSettings.ts';
import { resolve } from './read/resolve.ts';
import { takeOver } from './read/takeOver.ts';
import type { LinedId, SketchRead } from './sketch.ts';

/** A text beyond this is no sketch that anybody wrote. In characters. */
export const LARGEST_SKETCH = 4_000_000;

/**
 * Reads a sketch. What has errors is left out, the rest is read; every problem has its line. Never
 * throws; linear in the length of the text, fast enough for every keystroke.
 *
 * @param base the document that the text belongs to: parts whose names match keep their ids and what
 *   text does not carry. `null`: there is none.
 * @returns the machine without numbers (of a drawn one): `build/settle.ts` makes them
 */
export function readSketch(text: string, base: Machine | null): SketchRead {
  const problems = new ProblemList();
  const isTooLarge = text.length > LARGEST_SKETCH;
  if (isTooLarge) {
    problems.error(
      1,
      { from: 0, to: 0 },
      `The text has ${text.length} characters; at most ${LARGEST_SKETCH} are read.`,
      {
        hint: 'Save the machine as a document instead.',
      },
    );
  }
  const textLines = isTooLarge ? [] : text.split('\n');
  const lines = readLines(textLines, problems);
  const origin = readOrigin(lines.statements, problems);
  const names = new Names();
  takeNames(lines, names, problems);
  const lineOf = new Map<LinedId, number>();
  const draft: Draft = {
    lines: textLines,
    origin,
    problems,
    ids: new Ids(names.all),
    names,
    base: new Base(base),
    lineOf,
    functions: [],
    hosts: [],
    sockets: [],
    saidMulti: new Set(),
    openSlots: new Set(),
  };
  const slots = readSlots(draft, lines.statements);
  readTop(draft, lines.nodes);
  const refs = new References(draft);
  const blank = blankMachine(origin, '');
  const machine: Machine = {
    ...blank,
    name: readMachineName(lines.statements, problems) ?? base?.name ?? '',
    sockets: draft.sockets,
    hostBridges: draft.hosts,
    ...readLinks(draft, refs, lines.statements),
    ...resolve(draft, refs, slots),
    settings: readSettings(
      lines.statements,
      { ...blank.settings, ...settingsOfHosts(draft.hosts) },
      problems,
    ),
    workload: readWorkload(draft, refs, lines.statements),
    notes: readNotes(draft, refs, lines.statements),
    sketch: text,
  };
  const ordered = { ...machine, functions: inOrder(withMulti(machine, draft.saidMulti)) };
  return { machine: takeOver(ordered, draft.base), problems: problems.list(), lineOf };
}

/** Of a captured machine the multifunction bit, where no line says it. */
function withMulti(machine: Machine, said: ReadonlySet<string>): Machine {
  if (machine.origin === 'drawn') return machine;
  const isSeveral = severalFunctions(machine.functions);
  const functions = machine.functions.map((fn) =>
    said.has(fn.id) ? fn : { ...fn, multifunction: isSeveral(fn) },
  );
  return { ...machine, functions };
}

/** Functions of a captured machine go by address, as importers list them; of a drawn one as the text does. */
function inOrder({ origin, functions }: Machine): Machine['functions'] {
  if (origin === 'drawn') return functions;
  const placed = functions.flatMap((fn) => (fn.address ? [{ fn, at: fn.address }] : []));
  if (placed.length < functions.length) return functions;
  return placed.sort((a, b) => compareAddresses(a.at, b.at)).map(({ fn }) => fn);
}

/** Gives each name to the first line that has it; the others are told. */
function takeNames({ nodes, statements }: SketchLines, names: Names, problems: ProblemList): void {
  for (const statement of statements) {
    const [name] = statement.words;
    if (statement.word === 'slot' && name) names.take(name.value, name, statement, problems);
  }
  const walk = (node: NodeLine): void => {
    const name = node.row.kind === 'host' ? hostWords(node).name : node.name;
    if (name) names.take(name.value, name, node, problems);
    node.below.forEach(walk);
  };
  nodes.forEach(walk);
}
