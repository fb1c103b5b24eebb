import type { Direction, Point, Rect } from '../../layout/scene.ts';
import { type Camera, rectToScreen, type Size, toScreen } from '../camera/camera.ts';
import type { CarryFrame, Lifted } from './Carrier.ts';
import { linkEnd } from './linkEnd.ts';
import { placeBubble } from './placeBubble.ts';

/** What is shown of what is carried. */
export interface HandLook {
  readonly camera: Camera;
  readonly direction: Direction;
  readonly lifted: Pick<Lifted, 'from' | 'rect'> | null;
  /** Where the place is that is aimed at, on the paper. */
  readonly aimed: Rect | null;
  /** Other places beside it. */
  readonly beside: readonly Rect[];
  /** That takes what is carried. */
  readonly isLegal: boolean;
  /** A finger hides more than the tip of an arrow. */
  readonly isFinger: boolean;
  /** Of the card of something that was not lifted here; `null`: there is none. */
  readonly card: Size | null;
  readonly bubble: Size;
  readonly window: Size;
}

/** Where it is shown, in the window. */
export interface HandPlaces {
  /** Where the hand holds the ghost. */
  readonly ghost: Point;
  readonly card: Point;
  /** The link that will be. */
  readonly link: { readonly from: Point; readonly to: Point } | null;
  /** Lines along which it is in line with others: a path. */
  readonly guides: string;
  readonly bubble: Point;
}

/** A card hangs so far off the hand, in CSS pixels. */
const CARD = 10;

/** Where ghost, link and bubble are while the hand is there. */
export function handPlaces(
  { hand, corner, nudge, isHand }: CarryFrame,
  look: HandLook,
): HandPlaces {
  const { camera, lifted, aimed, isLegal, direction } = look;
  const toWindow = (at: Point): Point => {
    const on = toScreen(camera, at);
    return { x: on.x + corner.x, y: on.y + corner.y };
  };
  const ghost =
    lifted && nudge ? toWindow({ x: lifted.from.x + nudge.x, y: lifted.from.y + nudge.y }) : hand;
  const card = { x: hand.x + CARD, y: hand.y + CARD };
  const inWindow = (rect: Rect): Rect => {
    const on = rectToScreen(camera, rect);
    return { ...on, x: on.x + corner.x, y: on.y + corner.y };
  };
  const goal = aimed && inWindow(aimed);
  const from = lifted ? topOf(lifted, ghost, camera.k, direction) : card;
  const link = goal && isLegal && isHand ? { from, to: linkEnd(goal, from, direction) } : null;
  const guides = (nudge?.guides ?? []).map(({ at, isUpright, from: start, to: end }) => {
    const a = toWindow(isUpright ? { x: at, y: start } : { x: start, y: at });
    const b = toWindow(isUpright ? { x: at, y: end } : { x: end, y: at });
    return `M${a.x} ${a.y}L${b.x} ${b.y}`;
  });
  return {
    ghost,
    card,
    link,
    guides: guides.join(''),
    bubble: placeBubble(look.bubble, heldBy(hand, look), goal, look.window, {
      beside: look.beside.map(inWindow),
      isFinger: look.isFinger,
    }),
  };
}

/** Where a link from above meets what was lifted. */
function topOf(
  { rect, from }: Pick<Lifted, 'from' | 'rect'>,
  ghost: Point,
  k: number,
  direction: Direction,
): Point {
  const isDown = direction === 'down';
  const x = rect.x + (isDown ? rect.width / 2 : 0);
  const y = rect.y + (isDown ? 0 : rect.height / 2);
  return { x: ghost.x + (x - from.x) * k, y: ghost.y + (y - from.y) * k };
}

/** The hand with the card in it: what the bubble stands beside. */
function heldBy({ x, y }: Point, { isFinger, card }: HandLook): Rect {
  const before = isFinger ? 40 : 8;
  const after = isFinger ? 40 : 16;
  return {
    x: x - before,
    y: y - before,
    width: before + Math.max(after, card ? CARD + card.width : 0),
    height: before + Math.max(after, card ? CARD + card.height : 0),
  };
}
