/** A chart's figures as a table to be read: the first cell of each row says what it is of. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly string[];
  }[];
}
