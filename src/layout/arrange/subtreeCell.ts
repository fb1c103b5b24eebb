import { type Cell, inletOf, type Measured } from './cell.ts';
import type { Extent, Outlet } from './knot.ts';
import { headLabel } from './labels.ts';
import type { Pace } from './pace.ts';

/** One outlet with one subtree: a straight line from the port to the box below it. */
export function subtreeCell<What>(
  outlet: Outlet<What>,
  kid: Measured<What>,
  pace: Pace,
): Cell<What> {
  const across = Math.max(kid.across, pace.port.pitch);
  return {
    across,
    head: outlet.labels === 'none' ? pace.plainLevel : pace.level,
    lead: kid.lead,
    along: kid.along,
    portsDeep: outlet.port ? pace.port.dv : 0,
    place: (at, sink) => {
      const u = at.u + (across - kid.across) / 2;
      const inlet = u + inletOf(kid);
      if (outlet.port) sink.port(outlet.port, inlet, at.edge);
      const points: Extent[] = [
        { u: inlet, v: at.edge },
        { u: inlet, v: at.first },
      ];
      sink.wire(outlet, kid, points, headLabel(inlet, at.first, u + across - inlet, kid, pace));
      sink.kid(kid, u, at.first);
    },
  };
}
