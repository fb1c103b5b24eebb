import type { TagRequest } from '../../layout/placeTags.ts';
import type { FlowLook } from './flowLook.ts';
import type { DrawnFlow } from './flowsDrawing.ts';

/** Flows that end at the same place and get the same. */
export interface FlowTagLine {
  /** The first of them. */
  readonly way: DrawnFlow;
  /** `f0, f1: 13.8 GB/s each`. */
  readonly title: string;
}

/** What flows get, where their data arrive: a line for each figure. */
export interface FlowTag extends TagRequest {
  readonly lines: readonly FlowTagLine[];
  readonly look: FlowLook;
  /** Below the lines: what holds back the one that is looked at. */
  readonly why: string | null;
}

/** Inside of a tag's edge, and from one of its lines to the next, in CSS pixels. */
export const TAG_PAD = 7;
export const TAG_LINE = 16;

/** The line of a tag at so many pixels below its upper edge. */
export function lineAt({ lines }: Pick<FlowTag, 'lines'>, y: number): FlowTagLine | undefined {
  const at = Math.floor((y - TAG_PAD / 2) / TAG_LINE);
  return lines[Math.max(0, Math.min(at, lines.length - 1))];
}
