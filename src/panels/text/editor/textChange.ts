/** A stretch of the old text, in characters, and what takes its place. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * What has to change for one text to become the other, line by line, in order: cursors and folds in
 * lines that are the same stay where they are. Lines are matched by the longest common run from
 * either end and, between, by the lines that occur once.
 */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const old = linesOf(before);
  const now = linesOf(after);
  const changes: TextChange[] = [];
  let oldAt = 0;
  let nowAt = 0;
  let from = 0;
  const take = (oldTo: number, nowTo: number) => {
    const gone = old.slice(oldAt, oldTo).join('');
    const come = now.slice(nowAt, nowTo).join('');
    if (gone !== come) changes.push(within(gone, come, from));
    from += gone.length;
    oldAt = oldTo;
    nowAt = nowTo;
  };
  for (const [oldLine, nowLine] of commonLines(old, now)) {
    take(oldLine, nowLine);
    from += (old[oldLine] ?? '').length;
    oldAt = oldLine + 1;
    nowAt = nowLine + 1;
  }
  take(old.length, now.length);
  return changes;
}

/** Each with its end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Only what differs of two stretches: a word within a line. */
function within(gone: string, come: string, from: number): TextChange {
  const most = Math.min(gone.length, come.length);
  let head = 0;
  while (head < most && gone[head] === come[head]) head++;
  let tail = 0;
  while (tail < most - head && gone.at(-1 - tail) === come.at(-1 - tail)) tail++;
  return {
    from: from + head,
    to: from + gone.length - tail,
    insert: come.slice(head, come.length - tail),
  };
}

/** Pairs of places of lines that stay, in rising order. */
function commonLines(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly [number, number])[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const pairs: (readonly [number, number])[] = [];
  for (let line = 0; line < head; line++) pairs.push([line, line]);
  pairs.push(...rising(uniquePairs(old, now, head, tail)));
  for (let line = tail; line > 0; line--) pairs.push([old.length - line, now.length - line]);
  return pairs;
}

/** Lines of the middle that occur once in either text. */
function uniquePairs(
  old: readonly string[],
  now: readonly string[],
  head: number,
  tail: number,
): readonly (readonly [number, number])[] {
  const places = onceIn(now, head, now.length - tail);
  return [...onceIn(old, head, old.length - tail)].flatMap(([text, oldLine]) => {
    const nowLine = places.get(text);
    return nowLine === undefined ? [] : [[oldLine, nowLine] as const];
  });
}

function onceIn(lines: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const once = new Map<string, number>();
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    if (seen.has(text)) once.delete(text);
    else once.set(text, line);
    seen.add(text);
  }
  return once;
}

/** Those that keep their order, as many as can be had without much ado. */
function rising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const pair of pairs) {
    const last = kept.at(-1);
    if (!last || pair[1] > last[1]) kept.push(pair);
  }
  return kept;
}
