import type { Problem } from '../base/problem.ts';
import type {
  FlowId,
  FunctionId,
  HostBridgeId,
  ScatterlistId,
  SlotId,
  SocketId,
} from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';

/*
 * What others may ask of a sketch. The text stays what the user typed: a change of the document
 * changes the lines that it must, and no others.
 */

/** A part of the machine that has a line. */
export type LinedId = FunctionId | HostBridgeId | SocketId | SlotId | FlowId | ScatterlistId;

export interface SketchRead {
  /** Not yet numbered: `build/settle.ts` does that. What has errors is left out, the rest is read. */
  readonly machine: Machine;
  /** Errors and warnings, each with its line and, as `where`, `line:column`. */
  readonly problems: readonly SketchProblem[];
  /** The line of each part, from 1; a part that follows from another's line has that line. */
  readonly lineOf: ReadonlyMap<LinedId, number>;
}

/** A problem with its place: columns from 0, `to` is after the last character. */
export interface SketchProblem extends Problem {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** A text that would be right in its place; `null`: none comes to mind. */
  readonly instead: string | null;
}

/** What a piece of a line is, for colours. */
export type TokenKind =
  | 'comment'
  | 'keyword'
  | 'kind'
  | 'name'
  | 'model'
  | 'attribute'
  | 'value'
  | 'text'
  | 'operator'
  | 'mistake';

export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

/** What could stand at a place. */
export interface Suggestion {
  readonly label: string;
  /** What is put in, where it differs from the label. */
  readonly insert: string;
  readonly kind: TokenKind;
  /** A few words beside it: `Gen5 x16, 144 lanes`. */
  readonly detail: string;
  /** A sentence or two. */
  readonly info: string;
}

export interface Suggestions {
  /** Offsets in the text that a suggestion replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
}

/** A document as text, and what the text does not carry (`a position of 3 parts`, …). */
export interface SketchWritten {
  readonly text: string;
  readonly dropped: readonly string[];
}
