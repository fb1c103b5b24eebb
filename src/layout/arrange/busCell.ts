import { type Cell, type CellPlace, inletOf, isLeaf, type Measured, type Sink } from './cell.ts';
import type { Extent, Outlet } from './knot.ts';
import { headLabel } from './labels.ts';
import type { Pace } from './pace.ts';

/** Beside a column whose leaves hang from one line: the line, and room to bend. */
const TRUNK = 16;

/** Whether leaves of a column need no room for texts between them. */
export function isTightBus<What>(outlet: Outlet<What>, pace: Pace): boolean {
  return pace.direction === 'down' && outlet.labels !== 'each';
}

type Group<What> =
  | { readonly kind: 'subtree'; readonly kid: Measured<What> }
  | { readonly kind: 'column'; readonly kids: readonly Measured<What>[]; readonly leafU: number };

/**
 * One outlet with several things below it: a bus. One line runs along above all of them; columns
 * of leaves hang from a piece of it that goes down beside them.
 */
export function busCell<What>(
  outlet: Outlet<What>,
  kids: readonly Measured<What>[],
  rows: number,
  pace: Pace,
): Cell<What> {
  const groups = groupsOf(kids, rows);
  const widths = groups.map((group) =>
    group.kind === 'subtree' ? group.kid.across : group.leafU + (group.kids.length > 1 ? TRUNK : 0),
  );
  const rowGap = isTightBus(outlet, pace) ? pace.sibling / 2 : pace.row;
  const columnAlong = (group: Group<What>) =>
    group.kind === 'subtree'
      ? group.kid.along
      : group.kids.reduce(
          (total, kid, row) => total + kid.along + (row === 0 ? 0 : rowGap + kid.lead),
          0,
        );
  const leadOf = (group: Group<What>) =>
    (group.kind === 'subtree' ? group.kid : group.kids[0])?.lead ?? 0;
  const gap = pace.sibling;
  const content = widths.reduce((total, width) => total + width + gap, -gap);
  const across = Math.max(content, pace.port.pitch);
  return {
    across,
    head: outlet.labels === 'none' ? pace.plainLevel : pace.level,
    lead: Math.max(0, ...groups.map(leadOf)),
    along: Math.max(0, ...groups.map(columnAlong)),
    portsDeep: outlet.port ? pace.port.dv : 0,
    place: (at, sink) => {
      const start = outlet.port ? at.u + across / 2 : at.middle;
      if (outlet.port) sink.port(outlet.port, start, at.edge);
      let u = at.u + (across - content) / 2;
      groups.forEach((group, index) => {
        const width = widths[index] ?? 0;
        placeGroup(group, start, u, width, at, sink);
        u += width + gap;
      });
    },
  };

  function placeGroup(
    group: Group<What>,
    start: number,
    u: number,
    width: number,
    at: CellPlace,
    sink: Sink<What>,
  ): void {
    const run = at.edge + pace.runFirst;
    const bend: readonly Extent[] = [
      { u: start, v: at.edge },
      { u: start, v: run },
    ];
    const only = group.kind === 'subtree' ? group.kid : group.kids[0];
    if (!only) return;
    if (group.kind === 'subtree' || group.kids.length === 1) {
      const inlet = u + inletOf(only);
      const end = { u: inlet, v: at.first };
      const points =
        inlet === start ? [{ u: start, v: at.edge }, end] : [...bend, { u: inlet, v: run }, end];
      sink.kid(only, u, at.first);
      sink.wire(outlet, only, points, headLabel(inlet, at.first, u + width - inlet, only, pace));
      return;
    }
    const trunk = u + TRUNK / 2;
    let v = at.first;
    for (const [row, kid] of group.kids.entries()) {
      if (row > 0) v += rowGap + kid.lead;
      const entry = v + Math.min(kid.box.v / 2, 32);
      const corner = { u: trunk, v: run };
      const points = [...(trunk === start ? bend.slice(0, 1) : [...bend, corner])];
      points.push({ u: trunk, v: entry }, { u: u + TRUNK, v: entry });
      sink.kid(kid, u + TRUNK, v);
      sink.wire(outlet, kid, points, headLabel(trunk, v, group.leafU, kid, pace));
      v += kid.along;
    }
  }
}

function groupsOf<What>(kids: readonly Measured<What>[], rows: number): readonly Group<What>[] {
  const groups: Group<What>[] = [];
  let column: Measured<What>[] = [];
  const close = () => {
    if (column.length === 0) return;
    const leafU = Math.max(...column.map((kid) => kid.across));
    groups.push({ kind: 'column', kids: column, leafU });
    column = [];
  };
  for (const kid of kids) {
    if (isLeaf(kid)) {
      if (column.length === rows) close();
      column.push(kid);
    } else {
      close();
      groups.push({ kind: 'subtree', kid });
    }
  }
  close();
  return groups;
}
