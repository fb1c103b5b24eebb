import type { Cell, Measured } from './cell.ts';
import type { Outlet } from './knot.ts';
import { headLabel } from './labels.ts';
import type { Pace } from './pace.ts';

/** Beside the last line, for the words that hold for all of them. */
const WORDS = 88;

/**
 * Ports side by side above one card that stands for what is below each: their lines lead straight
 * into it, and one of them says what all of them are.
 */
export function stackCell<What>(
  outlets: readonly Outlet<What>[],
  kid: Measured<What>,
  pace: Pace,
): Cell<What> {
  const isDown = pace.direction === 'down';
  const { pitch } = pace.port;
  const taken = outlets.length * pitch;
  const isLabelled = outlets.some(({ labels }) => labels !== 'none');
  const across = Math.max(kid.across, taken + (isDown && isLabelled ? WORDS : 0));
  const box = { u: across, v: kid.box.v };
  return {
    across,
    head: isLabelled ? pace.level : pace.plainLevel,
    lead: kid.lead,
    along: kid.along,
    portsDeep: pace.port.dv,
    place: (at, sink) => {
      const wide = { ...kid, across, box };
      const start = at.u + (isDown ? 0 : (across - taken) / 2);
      outlets.forEach((outlet, index) => {
        const u = start + (index + 0.5) * pitch;
        if (outlet.port) sink.port(outlet.port, u, at.edge);
        const points = [
          { u, v: at.edge },
          { u, v: at.first },
        ];
        sink.wire(outlet, wide, points, headLabel(u, at.first, at.u + across - u, kid, pace));
      });
      sink.kid(wide, at.u, at.first);
    },
  };
}
