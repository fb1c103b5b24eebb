import type { PciFunction } from '../../model/pciFunction.ts';
import type { FunctionDraft } from '../attribute.ts';
import { FUNCTION_ATTRIBUTES } from '../attributes.ts';
import { bareFunction } from '../made.ts';
import type { Above } from './above.ts';
import { applyAttributes, flagOf, type SaidAttributes } from './applyAttributes.ts';
import { type Draft, draftOf } from './Draft.ts';
import type { NodeLine } from './readLines.ts';

/** Applies what a line says to the function that it begins with, and takes it in. */
export function readOne(
  draft: Draft,
  node: NodeLine,
  above: Above,
  made: PciFunction,
  said: SaidAttributes,
  ports: PciFunction['acs'],
): FunctionDraft {
  const { isCaptured } = above.around;
  const isBare = flagOf(said, 'bare', draft.problems) === 'yes';
  const start = draftOf(isBare ? bareFunction(made) : made, isCaptured, above.domain, ports);
  const read = applyAttributes(
    { ...start, slot: above.slot },
    said,
    node.row.kind,
    FUNCTION_ATTRIBUTES,
    draft.problems,
  );
  if (isBare || said.said.has('multi')) draft.saidMulti.add(read.fn.id);
  push(draft, read, node.line);
  return read;
}

/** Takes a function in, with the line that speaks of it. */
export function push(draft: Draft, fn: FunctionDraft, line: number): void {
  draft.functions.push(fn);
  draft.lineOf.set(fn.fn.id, line);
}
