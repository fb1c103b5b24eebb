import type { STARTING_POINTS } from '../../store/startingPoints.ts';
import styles from './StartingPoints.module.css';

type Id = (typeof STARTING_POINTS)[number]['id'];

/** Frames, links between them, and a way that is allowed (or not known) from one device to another. */
interface Sketch {
  readonly frames: string;
  readonly links: string;
  readonly way: string;
  readonly verdict: 'bus' | 'thru' | 'unknown';
}

const SKETCHES: Readonly<Record<Id, Sketch>> = {
  'two-socket-server': {
    frames:
      'M8 6h62v14H8zM90 6h62v14H90zM18 32h42v10H18zM100 32h42v10H100zM10 56h14v12H10zM32 56h14v12H32zM54 56h14v12H54zM92 56h14v12H92zM114 56h14v12H114zM136 56h14v12H136z',
    links: 'M39 20v12M121 20v12M70 13h20M61 42v14M99 42v14M121 42v14M143 42v14M99 42h44',
    way: 'M17 56V46h22v10',
    verdict: 'bus',
  },
  'epyc-workstation': {
    frames: 'M28 6h104v16H28zM20 54h22v14H20zM54 54h22v14H54zM88 54h22v14H88zM122 54h22v14H122z',
    links: 'M99 22v32M128 22v32',
    way: 'M31 54V38h6V14h26v40',
    verdict: 'thru',
  },
  'desktop-no-root': {
    frames: 'M44 6h72v16H44zM36 54h22v14H36zM70 54h22v14H70zM104 54h22v14h-22z',
    links: 'M50 22v32M110 22v32',
    way: 'M50 54V38h31v16',
    verdict: 'unknown',
  },
};

/** What kind of machine it is, in a few strokes. */
export function StartSketch({ id }: { readonly id: Id }) {
  const { frames, links, way, verdict } = SKETCHES[id];
  return (
    <svg className={styles.sketch} viewBox="0 0 160 74" aria-hidden="true">
      <path className={styles.links} d={links} />
      <path className={styles.frames} d={frames} />
      <path className={styles.way} data-verdict={verdict} d={way} />
    </svg>
  );
}
