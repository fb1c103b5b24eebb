import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { DropPlace } from '../../build/carried.ts';
import type { Rect } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import { rectToScreen } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import inks from '../draw/inks.module.css';
import { partOfBox } from '../keys/partTree.ts';
import { middleOf } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { belowParts } from './belowParts.ts';
import type { Carrier, CarryFrame, CarryShown } from './Carrier.ts';
import { CarryBubble } from './CarryBubble.tsx';
import styles from './carry.module.css';
import { carryWords } from './carryWords.ts';
import { ghostPath } from './ghostPath.ts';
import { placeBubble } from './placeBubble.ts';
import { SpotsCanvas } from './SpotsCanvas.tsx';

interface Props {
  readonly carrier: Carrier;
  readonly sheetCamera: SheetCamera;
  readonly drawn: Drawn;
}

const NONE: readonly Rect[] = [];

/** What is carried: the places that take it on the sheet. */
export function CarryLayer({ carrier, sheetCamera, drawn }: Props) {
  const shown = useSyncExternalStore(carrier.subscribe, carrier.shown);
  const carry = usePeerlane((state) => state.carry);
  const { lifted, spots } = shown;
  const aim = carry?.aim ?? null;
  const aimed = useMemo(() => (aim === null ? NONE : rectsOfPlace(drawn, aim)), [drawn, aim]);
  const sources = useMemo(() => {
    const parts = carry?.what.kind === 'devices' ? carry.what.devices : (lifted?.parts ?? []);
    if (lifted?.isCopy) return NONE;
    return belowParts(drawn, parts)
      .filter(({ what }) => what.kind !== 'port')
      .map(({ rect }) => rect);
  }, [drawn, carry?.what, lifted]);
  if (!carry && !lifted) return null;
  const target = aim === null ? null : carry?.targets?.at(aim);
  return (
    <>
      <SpotsCanvas
        camera={sheetCamera.camera}
        spots={spots.all}
        aimed={aimed}
        isLegal={target?.kind === 'legal'}
        sources={sources}
      />
      {createPortal(
        <Hand
          carrier={carrier}
          sheetCamera={sheetCamera}
          drawn={drawn}
          shown={shown}
          aimed={aimed[0] ?? null}
        />,
        document.body,
      )}
    </>
  );
}

/** Where a place is drawn; a slot divided among ports is drawn several times. */
function rectsOfPlace(drawn: Drawn, place: DropPlace): readonly Rect[] {
  if (place === 'sheet') return NONE;
  const boxes = drawn.scene.boxes.filter(
    (box) => box.kind === 'empty-slot' && partOfBox(box) === place,
  );
  if (boxes.length > 0) return boxes.map(({ rect }) => rect);
  const rect =
    rectOfPart(drawn, place as PartId) ?? drawn.scene.placeOf.get(place as FunctionId)?.rect;
  return rect ? [rect] : NONE;
}

interface HandProps extends Props {
  readonly shown: CarryShown;
  readonly aimed: Rect | null;
}

/** The ghost in the hand, the link that will be, and the bubble beside it. */
function Hand({ carrier, sheetCamera, drawn, shown, aimed }: HandProps) {
  const { camera } = sheetCamera;
  const { lifted } = shown;
  const carry = usePeerlane((state) => state.carry);
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<SVGSVGElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const way = useRef<SVGLineElement>(null);
  const guides = useRef<SVGPathElement>(null);
  const outline = useMemo(
    () => (lifted ? ghostPath(drawn, lifted.parts, lifted.from) : ''),
    [drawn, lifted],
  );
  const aim = carry?.aim ?? null;
  const isOnPaper = lifted !== null && shown.isOver && aim === null;
  const words = carryWords(carry, lifted, isOnPaper);
  const isLegal = words?.look === 'legal';
  useLayoutEffect(() => {
    const box = bubble.current;
    const size = { width: box?.offsetWidth ?? 0, height: box?.offsetHeight ?? 0 };
    const place = (frame: CarryFrame | null) => {
      const element = root.current;
      if (!element) return;
      const at = frame ?? heldByKeys(camera.camera, aimed);
      element.style.visibility = at ? 'visible' : 'hidden';
      if (!at) return;
      const view = camera.camera;
      const { corner } = at;
      const toWindow = (rect: Rect): Rect => {
        const on = rectToScreen(view, rect);
        return { ...on, x: on.x + corner.x, y: on.y + corner.y };
      };
      const held = { x: at.hand.x - 8, y: at.hand.y - 8, width: 24, height: 24 };
      let top = at.hand;
      if (lifted && ghost.current) {
        const from = at.nudge
          ? toWindow({
              x: lifted.from.x + at.nudge.x,
              y: lifted.from.y + at.nudge.y,
              width: 0,
              height: 0,
            })
          : at.hand;
        ghost.current.style.transform = `translate(${from.x}px, ${from.y}px)`;
        ghost.current.firstElementChild?.setAttribute('transform', `scale(${view.k})`);
        const middle = drawn.scene.direction === 'down' ? [0.5, 0] : [0, 0.5];
        top = {
          x:
            from.x +
            (lifted.rect.x + lifted.rect.width * (middle[0] ?? 0) - lifted.from.x) * view.k,
          y:
            from.y +
            (lifted.rect.y + lifted.rect.height * (middle[1] ?? 0) - lifted.from.y) * view.k,
        };
      }
      if (card.current) {
        card.current.style.transform = `translate(${at.hand.x + 10}px, ${at.hand.y + 10}px)`;
        top = { x: at.hand.x + 10, y: at.hand.y + 10 };
        held.width = 18 + card.current.offsetWidth;
        held.height = 18 + card.current.offsetHeight;
      }
      const goal = aimed && toWindow(aimed);
      const line = way.current;
      if (line) {
        line.style.display = goal && isLegal && at.isHand ? 'inline' : 'none';
        if (goal) {
          const to = middleOf(goal);
          for (const [name, value] of Object.entries({
            x1: top.x,
            y1: top.y,
            x2: to.x,
            y2: to.y,
          })) {
            line.setAttribute(name, String(value));
          }
        }
      }
      guides.current?.setAttribute(
        'd',
        (at.nudge?.guides ?? [])
          .map(({ at: along, isUpright, from, to }) => {
            const start = isUpright ? { x: along, y: from } : { x: from, y: along };
            const end = isUpright ? { x: along, y: to } : { x: to, y: along };
            const a = toWindow({ ...start, width: 0, height: 0 });
            const b = toWindow({ ...end, width: 0, height: 0 });
            return `M${a.x} ${a.y}L${b.x} ${b.y}`;
          })
          .join(''),
      );
      if (box) {
        const { x, y } = placeBubble(size, held, goal, { width: innerWidth, height: innerHeight });
        box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      }
    };
    const heldByKeys = (view: typeof camera.camera, rect: Rect | null) => {
      const sheet = carrier.corner();
      if (!rect || !sheet) return null;
      const on = middleOf(rectToScreen(view, rect));
      const point = { x: on.x + sheet.x, y: on.y + sheet.y };
      return { hand: point, corner: sheet, nudge: null, isHand: false };
    };
    const stop = carrier.follow(place);
    const stopCamera = camera.subscribe(() => {
      if (carry?.by === 'keys') place(null);
    });
    return () => {
      stop();
      stopCamera();
    };
  });
  return (
    <div ref={root} className={`${inks.inks} ${styles.hand}`} aria-hidden="true">
      <svg className={styles.lines} aria-hidden="true">
        <path ref={guides} className={styles.guide} />
        <line ref={way} className={styles.way} />
      </svg>
      {lifted && (
        <svg ref={ghost} className={styles.ghost} aria-hidden="true">
          <g>
            <path d={outline} />
          </g>
        </svg>
      )}
      {!lifted && carry?.by === 'pointer' && (
        <div ref={card} className={styles.card}>
          {carry.words}
        </div>
      )}
      {words && (
        <div ref={bubble} className={styles.bubble} data-look={words.look}>
          <CarryBubble words={words} />
        </div>
      )}
    </div>
  );
}
