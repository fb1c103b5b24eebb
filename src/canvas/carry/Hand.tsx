import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { rectToScreen } from '../camera/camera.ts';
import inks from '../draw/inks.module.css';
import { middleOf } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import { Bubble } from './Bubble.tsx';
import { type Carrier, type CarryFrame, type CarryShown, isCoarse } from './Carrier.ts';
import styles from './carry.module.css';
import { carryWords } from './carryWords.ts';
import { ghostPath } from './ghostPath.ts';
import { handPlaces } from './handPlaces.ts';

interface Props {
  readonly carrier: Carrier;
  readonly camera: CameraStore;
  readonly drawn: Drawn;
  readonly shown: CarryShown;
  readonly aimed: Rect | null;
  /** What stands beside the place that is aimed at: the bubble had better not cover it. */
  readonly beside: readonly Rect[];
}

/**
 * The ghost in the hand, the link that will be, and the bubble beside it. Drawn anew when the aim
 * changes; with every move of the hand only places are set.
 */
export function Hand({ carrier, camera, drawn, shown, aimed, beside }: Props) {
  const { lifted, isOver } = shown;
  const carry = usePeerlane((state) => state.carry);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const ghost = useRef<SVGSVGElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const link = useRef<SVGPathElement>(null);
  const guides = useRef<SVGPathElement>(null);
  const outline = useMemo(
    () => (lifted ? ghostPath(drawn, lifted.parts, lifted.from) : ''),
    [drawn, lifted],
  );
  const words = carryWords(carry, shown);
  const isLegal = words?.look === 'legal';
  const isByKeys = carry?.by === 'keys';
  useLayoutEffect(() => {
    const sizeOf = (element: HTMLElement | null) =>
      element && { width: element.offsetWidth, height: element.offsetHeight };
    const sizes = {
      card: sizeOf(card.current),
      bubble: sizeOf(bubble.current) ?? { width: 0, height: 0 },
      isFinger: isCoarse(),
    };
    const { direction } = drawn.scene;
    const place = (frame: CarryFrame | null) => {
      const at = frame ?? (isByKeys ? atPlace(carrier, camera, aimed) : null);
      if (root.current) root.current.style.visibility = at ? 'visible' : 'hidden';
      if (!at) return;
      const view = camera.camera;
      const window = { width: innerWidth, height: innerHeight };
      const canLink = isLegal && isOver;
      const look = {
        ...sizes,
        camera: view,
        direction,
        lifted,
        aimed,
        isLegal: canLink,
        beside,
        window,
      };
      const places = handPlaces(at, look);
      // What is on the paper lies over no panel.
      const { x, y, width, height } = at.corner;
      const clear = [y, innerWidth - x - width, innerHeight - y - height, x];
      const edges = clear.map((edge) => `${Math.max(0, edge)}px`).join(' ');
      if (sheet.current) sheet.current.style.clipPath = `inset(${edges})`;
      moveTo(ghost.current, places.ghost);
      ghost.current?.firstElementChild?.setAttribute('transform', `scale(${view.k})`);
      moveTo(card.current, places.card);
      moveTo(bubble.current, places.bubble);
      guides.current?.setAttribute('d', places.guides);
      const { from, to } = places.link ?? {};
      link.current?.setAttribute('d', from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : '');
    };
    const stop = carrier.follow(place);
    const stopCamera = isByKeys ? camera.subscribe(() => place(null)) : () => undefined;
    return () => {
      stop();
      stopCamera();
    };
  });
  return (
    <div ref={root} className={`${inks.inks} ${styles.hand}`} aria-hidden="true">
      <div ref={sheet} className={styles.lines}>
        <svg className={styles.lines} aria-hidden="true">
          <path ref={guides} className={styles.guide} />
          <path ref={link} className={styles.link} />
        </svg>
        {lifted && isOver && (
          <svg ref={ghost} className={styles.ghost} aria-hidden="true">
            <g>
              <path d={outline} />
            </g>
          </svg>
        )}
      </div>
      {!lifted && carry?.by === 'pointer' && (
        <div ref={card} className={styles.card}>
          {carry.words}
        </div>
      )}
      {words && <Bubble ref={bubble} words={words} isAdding />}
    </div>
  );
}

/** Carried by keys, it is where it is aimed at. */
function atPlace(carrier: Carrier, { camera }: CameraStore, aimed: Rect | null): CarryFrame | null {
  const corner = carrier.corner();
  if (!aimed || !corner) return null;
  const on = middleOf(rectToScreen(camera, aimed));
  const hand = { x: on.x + corner.x, y: on.y + corner.y };
  return { hand, corner, nudge: null, isHand: false };
}

function moveTo(element: HTMLElement | SVGElement | null, { x, y }: { x: number; y: number }) {
  if (element) element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
