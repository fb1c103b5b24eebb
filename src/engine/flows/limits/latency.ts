export interface LatencyPart {
  readonly text: string;
  readonly ns: number;
}

export interface Latency {
  /** Sum of the parts. */
  readonly ns: number;
  readonly parts: readonly LatencyPart[];
}
