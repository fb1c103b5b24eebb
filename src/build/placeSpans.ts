/** A stretch of addresses; the end does not belong to it. */
export interface Span {
  readonly start: bigint;
  readonly end: bigint;
}

/** Memory windows of bridges begin and end at multiples of this, I/O windows at those of the other. */
export const MEMORY_STEP = 0x10_0000n;
export const IO_STEP = 0x1000n;
export const FOUR_GIB = 0x1_0000_0000n;

/** The next multiple of a power of two. */
export function alignUp(value: bigint, align: bigint): bigint {
  return (value + align - 1n) & ~(align - 1n);
}

export function alignDown(value: bigint, align: bigint): bigint {
  return value & ~(align - 1n);
}

/** The next power of two. */
export function powerOfTwo(size: bigint): bigint {
  return size <= 1n ? 1n : 1n << BigInt((size - 1n).toString(2).length);
}

export function lengthOf(spans: readonly Span[]): bigint {
  return spans.reduce((sum, { start, end }) => sum + (end - start), 0n);
}

export function holds(span: Span, inner: Span): boolean {
  return span.start <= inner.start && inner.end <= span.end;
}

export function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What is left of spans when others are taken out. Both may be in any order and overlap. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const sorted = [...taken].sort(byStart);
  return joined(spans).flatMap((span) => {
    const left: Span[] = [];
    let { start } = span;
    for (const { start: from, end: to } of sorted) {
      if (from >= span.end) break;
      if (to <= start) continue;
      if (from > start) left.push({ start, end: from });
      start = to;
    }
    if (start < span.end) left.push({ start, end: span.end });
    return left;
  });
}

/** By address, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort(byStart)) {
    if (span.start >= span.end) continue;
    const last = result.at(-1);
    if (!last || last.end < span.start) result.push(span);
    else if (last.end < span.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

function byStart(a: Span, b: Span): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
}

/**
 * Free space that is handed out, lowest address first. Whoever asks in order of falling alignment
 * loses little: what is skipped for a large one is left for the small ones.
 */
export class FreeSpace {
  readonly #spans: Span[];

  constructor(spans: readonly Span[]) {
    this.#spans = [...joined(spans)];
  }

  /** Where that much begins; `null` when there is no such room. */
  take(size: bigint, align: bigint): bigint | null {
    for (const [at, { start, end }] of this.#spans.entries()) {
      const base = alignUp(start, align);
      if (base + size > end) continue;
      const left = [
        { start, end: base },
        { start: base + size, end },
      ].filter((span) => span.start < span.end);
      this.#spans.splice(at, 1, ...left);
      return base;
    }
    return null;
  }
}
