import type { FunctionId } from '../../../model/ids.ts';
import type { FlowNetwork } from '../network/flowNetwork.ts';
import type { Solution } from './solution.ts';

/** What all parts of a report are made from. */
export interface Composing {
  readonly network: FlowNetwork;
  readonly solution: Solution;
  /** What chains are called in texts. */
  readonly chainTitles: readonly string[];
  /** What is said of links as limits, by their resources, as far as it was asked for. */
  readonly links: Map<number, LinkSaid>;
}

/** A direction of a link as a limit, whoever crosses it. */
export interface LinkSaid {
  readonly where: string;
  readonly carries: string;
  /** What it carries is known. */
  readonly isKnown: boolean;
  readonly part: FunctionId;
}
