import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import type { NodeKind } from '../kinds.ts';
import { nameWord } from '../lexLine.ts';
import type { Made } from '../made.ts';
import { withVfs } from '../virtual.ts';
import type { Above } from './above.ts';
import { domainWords } from './domain.ts';
import { modelFor, modelWord } from './madeFor.ts';
import type { Spelled } from './spell.ts';
import { spellFrom } from './spellFrom.ts';
import { addressId, type Writer } from './Writer.ts';

/** A line about to be written. */
export interface Main {
  readonly kind: NodeKind;
  readonly made: Made;
  readonly target: FunctionDraft;
  readonly level: number;
  readonly above: Above;
  readonly derivedId: string;
}

/** The line of a part itself. */
export function writeMain(writer: Writer, main: Main): Spelled<FunctionDraft> {
  const { kind, target, level, above, derivedId } = main;
  const spelled = spellMain(writer, main);
  const { fn } = target;
  const part = modelFor(fn, kind, above.kind);
  const model = part && modelWord(writer, part.id, kind, above);
  const domain = kind === 'vmd' ? domainWords(writer, fn, above) : [];
  writeLine(writer, level, fn, derivedId, target, [
    kind,
    ...(model ? [model] : []),
    ...spelled.words,
    ...domain,
  ]);
  writer.losses.compare(fn, spelled.result.fn, writer.isCaptured);
  return spelled;
}

/** A line with its name, where it needs one. */
export function writeLine(
  writer: Writer,
  level: number,
  fn: PciFunction,
  derivedId: string,
  target: FunctionDraft,
  words: readonly string[],
): void {
  const made = addressId(target) ?? derivedId;
  const name = writer.nameFor(fn, made);
  if (name !== null && fn.id !== name && fn.id !== (writer.isCaptured ? made : null)) {
    writer.losses.add('id');
  }
  writer.line(level, [...(name === null ? [] : [`${nameWord(name)}:`]), ...words], fn);
}

/** What the line of a part says of it. */
export function spellMain(
  writer: Writer,
  { kind, made, target, above }: Omit<Main, 'level' | 'derivedId'>,
): Spelled<FunctionDraft> {
  const { machinery } = writer;
  const { fn } = target;
  const placed = { ...made.main, parent: fn.parent };
  const start = withVfs(placed, machinery.virtualOf(fn.id).length);
  const child = kind === 'port' || kind === 'bridge' ? machinery.below(fn.id).at(0) : undefined;
  return spellFrom(writer.numbered(start, fn), target, kind, above.slot, {
    child,
    port: above.port,
    ports: made.ports,
  });
}
