import type { Measured, Sink } from './cell.ts';
import type { Area, Arranged, Extent, LabelSpot } from './knot.ts';
import { cellGap } from './measure.ts';
import type { Pace } from './pace.ts';

type Draft<What> = {
  -readonly [Key in keyof Arranged<What>]: Arranged<What>[Key][number][];
};

/** Puts a measured subtree at its place, and all below it. */
export function place<What>(root: Measured<What>, at: Extent, pace: Pace, into: Draft<What>): void {
  interface Open {
    readonly tree: Measured<What>;
    readonly u: number;
    readonly v: number;
  }
  const open: Open[] = [{ tree: root, u: at.u, v: at.v }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { tree } = next;
    const u = next.u + tree.knot.shift.u;
    const v = next.v + tree.knot.shift.v;
    const area: Area = { u: u + tree.boxAt, v, du: tree.box.u, dv: tree.box.v };
    into.knots.push({ knot: tree.knot, area });
    const edge = v + tree.box.v;
    const below: Open[] = [];
    const sink: Sink<What> = {
      port: (port, middle, end) => {
        const { du, dv } = pace.port;
        const area = { u: middle - du / 2, v: end - dv, du, dv };
        into.ports.push({ port, knot: tree.knot, area });
      },
      kid: (kid, kidU, kidV) => below.push({ tree: kid, u: kidU, v: kidV }),
      wire: (outlet, kid, points, label) =>
        into.wires.push({ outlet, kid: kid.knot, ...moved(points, label, kid.knot.shift) }),
    };
    let cellU = u + tree.cellsAt;
    const middle = area.u + area.du / 2;
    for (const cell of tree.cells) {
      cell.place({ u: cellU, edge, first: edge + tree.head, middle }, sink);
      cellU += cell.across + cellGap(pace);
    }
    open.push(...below.reverse());
  }
}

/** The line to a box that the user has moved: bent once more, between its last two corners. */
function moved(
  points: readonly Extent[],
  label: LabelSpot,
  shift: Extent,
): { readonly points: readonly Extent[]; readonly label: LabelSpot } {
  const end = points.at(-1);
  if (!end || (shift.u === 0 && shift.v === 0)) return { points, label };
  const to = { u: end.u + shift.u, v: end.v + shift.v };
  const from = points.at(-2) ?? end;
  const bent =
    from.u === end.u
      ? [
          { u: from.u, v: (from.v + to.v) / 2 },
          { u: to.u, v: (from.v + to.v) / 2 },
        ]
      : [{ u: from.u, v: to.v }];
  return {
    points: [...points.slice(0, -1), ...bent, to],
    label: { ...by(label, shift), note: by(label.note, shift) },
  };
}

function by<At extends Extent>(at: At, shift: Extent): At {
  return { ...at, u: at.u + shift.u, v: at.v + shift.v };
}

export function emptyDraft<What>(): Draft<What> {
  return { knots: [], ports: [], wires: [] };
}
