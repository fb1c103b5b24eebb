export interface FoundBrowser {
  readonly path: string;
  /** What the browser needs in its environment, if anything. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, for the log. */
  readonly source: string;
}
