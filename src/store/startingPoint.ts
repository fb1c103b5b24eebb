/** A machine that comes with the page, to begin with. */
export interface StartingPoint {
  readonly id: string;
  readonly title: string;
  /** What it is and what is to be seen in it. */
  readonly sentence: string;
  /** Name of the file beside the page. */
  readonly file: string;
  /** Labels of the pair that shows it, chosen as the machine opens. */
  readonly pair?: { readonly provider: string; readonly client: string };
}
