// Finds import cycles. Type imports count as well: they cost nothing at run time, but two files
// that need each other to be understood are one file in two halves.

/**
 * One cycle for each knot of files that import each other, shortest first.
 * @param {ReadonlyMap<string, readonly string[]>} graph file → files it imports
 * @returns {string[][]} each cycle starts and ends with the same file
 */
export function findCycles(graph) {
  const cycles = [];
  for (const knot of knots(graph)) {
    const members = new Set(knot);
    const start = [...knot].sort()[0];
    if (start !== undefined) cycles.push(shortestWayBack(graph, members, start));
  }
  return cycles.filter((cycle) => cycle.length > 1).sort((a, b) => a.length - b.length);
}

/**
 * Strongly connected components (Tarjan), without the trivial ones.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 */
function knots(graph) {
  /** @type {Map<string, { index: number, low: number, onStack: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const found = [];

  /** @param {string} file */
  const visit = (file) => {
    const mark = { index: seen.size, low: seen.size, onStack: true };
    seen.set(file, mark);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      const other = seen.get(next) ?? visit(next);
      if (other.onStack) mark.low = Math.min(mark.low, other.low);
    }
    if (mark.low === mark.index) {
      const members = stack.splice(stack.indexOf(file));
      for (const member of members) {
        const memberMark = seen.get(member);
        if (memberMark) memberMark.onStack = false;
      }
      if (members.length > 1 || graph.get(file)?.includes(file)) found.push(members);
    }
    return mark;
  };

  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return found;
}

/**
 * Breadth first from `start` until an edge leads back to it.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @param {ReadonlySet<string>} members
 * @param {string} start
 */
function shortestWayBack(graph, members, start) {
  const ways = [[start]];
  const reached = new Set();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start];
      if (!members.has(next) || reached.has(next)) continue;
      reached.add(next);
      ways.push([...way, next]);
    }
  }
  return [start];
}
