/** One line of a paste, with its number in what the user gave us (from 1). */
export interface TextLine {
  readonly number: number;
  /** Number of its last line, where it was put together from several. */
  readonly last?: number;
  readonly text: string;
}
