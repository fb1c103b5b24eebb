import type { Rect } from '../scene.ts';

/** A vertical edge that a ribbon leaves or meets. */
export interface Edge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

function curve(from: number, x0: number, x1: number, to: number): string {
  const middle = round((x0 + x1) / 2);
  return `C${middle},${round(from)} ${middle},${round(to)} ${round(x1)},${round(to)}`;
}

/** The area between edges, one after the other from left to right and back. */
export function ribbonPath(edges: readonly Edge[]): string {
  const [first] = edges;
  const last = edges.at(-1);
  if (!first || !last) return '';
  const parts = [`M${round(first.x)},${round(first.top)}`];
  for (let at = 1; at < edges.length; at++) {
    const [a, b] = [edges[at - 1], edges[at]];
    if (a && b) parts.push(curve(a.top, a.x, b.x, b.top));
  }
  parts.push(`L${round(last.x)},${round(last.bottom)}`);
  for (let at = edges.length - 1; at > 0; at--) {
    const [a, b] = [edges[at], edges[at - 1]];
    if (a && b) parts.push(curve(a.bottom, a.x, b.x, b.bottom));
  }
  return `${parts.join('')}Z`;
}

/** A line in the same manner. */
export function strandPath(x0: number, y0: number, x1: number, y1: number): string {
  return `M${round(x0)},${round(y0)}${curve(y0, x0, x1, y1)}`;
}

/** Slanted lines that fill a rectangle, each cut at its edges: needs no pattern of a document. */
export function hatchPath({ x, y, width, height }: Rect, pitch = 5): string {
  const parts: string[] = [];
  for (let at = pitch; at < width + height; at += pitch) {
    const x0 = Math.max(0, at - height);
    const y0 = Math.min(height, at);
    const x1 = Math.min(width, at);
    const y1 = Math.max(0, at - width);
    parts.push(`M${round(x + x0)},${round(y + y0)}L${round(x + x1)},${round(y + y1)}`);
  }
  return parts.join('');
}

/** The part of a box that is hatched where words stand in the rest of it. */
export function startOf(rect: Rect): Rect {
  return { ...rect, width: rect.width * 0.3 };
}

export function endOf(rect: Rect): Rect {
  const width = rect.width * 0.2;
  return { ...rect, x: rect.x + rect.width - width, width };
}
