/** One line of a paste, with its number in what the user gave us (from 1). */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}
