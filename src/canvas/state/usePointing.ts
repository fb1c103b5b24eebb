import { type RefObject, useCallback, useRef } from 'react';
import type { Point, Rect, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { linkAbove } from '../../model/linkAbove.ts';
import { askForFindings } from '../../parts/askedFindings.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { rectToScene, rectToScreen, toScene } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { belowParts } from '../carry/belowParts.ts';
import type { LaterCarrier } from '../carry/LaterCarrier.ts';
import { isCaption, type Lift, liftOf } from '../carry/lift.ts';
import type { CheckSign } from '../draw/checkSigns.ts';
import type { LaterFlowDrawer } from '../flows/draw/LaterFlowDrawer.ts';
import type { Device } from '../gestures/gestureTypes.ts';
import type { GestureActions } from '../gestures/hearGestures.ts';
import { buttonAt, type SheetButton } from '../hit/buttonAt.ts';
import { partOf } from '../hit/partOf.ts';
import { boxesIn, type Pick, pick, pickLink } from '../hit/pick.ts';
import { partOfBox } from '../keys/partTree.ts';
import { around, grown, NOWHERE } from '../rects.ts';
import type { Drawn } from './drawn.ts';
import { rectOfPart } from './rectOfPart.ts';
import { selectForMenu } from './selectForMenu.ts';
import { standsFor } from './standsFor.ts';
import type { DrawnDocument } from './useDrawn.ts';

/** How far beside a thing one may point, in CSS pixels: a finger covers 44 of them. */
const SLOP = 4;
const TOUCH_SLOP = 22;
/** Ports are pointed at from this zoom on; before, they are too small to be meant. */
const PORTS_FROM = 0.5;

export interface Under {
  readonly part: PartId;
  readonly link: FunctionId | null;
}

export interface Pointing {
  readonly actions: Omit<GestureActions, 'space' | 'escape'>;
  readonly escape: () => boolean;
  /** What is under a point of the surface: a part, or a link by its lower end. */
  readonly under: (at: Point) => Under | null;
}

interface Elements {
  readonly surface: RefObject<HTMLElement | null>;
  readonly marquee: RefObject<SVGRectElement | null>;
}

/** What clicks, taps, marquees and drags do. */
export function usePointing(
  { camera, pilot }: SheetCamera,
  { drawn, document }: DrawnDocument,
  carrier: LaterCarrier,
  flows: LaterFlowDrawer,
  { surface, marquee }: Elements,
  /** Signs of findings that are in sight. */
  signs: readonly CheckSign[],
): Pointing {
  /** The last two clicks, the later one first: were they on a sign? */
  const pressed = useRef<readonly boolean[]>([]);
  /** Where a finger has rested. */
  const rested = useRef<Point | null>(null);
  const { select, meanLink, rename, edit } = usePeerlane((state) => state.actions);
  const pickAt = (at: Point, slop: number): Pick | null => {
    const { k } = camera.camera;
    return pick(drawn.index, toScene(camera.camera, at), {
      slop: slop / k,
      ports: k >= PORTS_FROM,
    });
  };
  /** What a menu is about. Beside boxes, a finger finds a line that it covers. */
  const menuPick = (at: Point): Pick | null => {
    const found = pickAt(at, SLOP);
    const on = rested.current;
    rested.current = null;
    if (on === null || Math.hypot(on.x - at.x, on.y - at.y) > TOUCH_SLOP) return found;
    if (found !== null && found.kind !== 'frame') return found;
    const slop = TOUCH_SLOP / 2 / camera.camera.k;
    return pickLink(drawn.index, toScene(camera.camera, at), slop) ?? found;
  };
  const linkOf = (found: Pick | null): FunctionId | null =>
    found?.kind === 'link' ? lowerEndOf(document, found.link) : null;
  const liftAt = (at: Point, device: Device): Lift | null => {
    // What is carried by keys is aimed by a click, and nothing else is taken up.
    if (peerlane.getState().carry !== null) return null;
    const found = pickAt(at, device === 'touch' ? TOUCH_SLOP : SLOP);
    const { selection } = peerlane.getState();
    const on = toScene(camera.camera, at);
    return found && liftOf(drawn, document.byId, selection, found, on);
  };
  const buttonUnder = (at: Point, device: Device): SheetButton | null => {
    const { k } = camera.camera;
    if (k < PORTS_FROM || peerlane.getState().carry !== null) return null;
    const slop = device === 'touch' ? TOUCH_SLOP / 2 : SLOP;
    return buttonAt(drawn.index, signs, toScene(camera.camera, at), slop / k);
  };
  const press = (button: SheetButton): void => {
    if (button.kind === 'expand') {
      edit({ kind: 'keep', parts: [button.about], what: 'collapsed', isOn: false });
      select([button.about]);
      return;
    }
    select(standsFor(drawn, button.sign.part));
    askForFindings(button.sign.about);
  };
  const under = useCallback(
    (at: Point): Under | null => {
      const { k } = camera.camera;
      const found = pick(drawn.index, toScene(camera.camera, at), {
        slop: SLOP / k,
        ports: k >= PORTS_FROM,
      });
      const part = found && partOf(found);
      const link = found?.kind === 'link' ? lowerEndOf(document, found.link) : null;
      return part && { part, link };
    },
    [camera, drawn, document],
  );
  const partAt = (at: Point) => under(at)?.part ?? null;
  return {
    under,
    // While something is played, the key ends that: a command of the page sees to it.
    escape: () => {
      const { play, carry, actions } = peerlane.getState();
      if (flows.isDrawing()) {
        flows.cancel();
        return true;
      }
      if (carrier.isLifting()) carrier.putBack();
      else if (carry !== null) actions.putBack();
      else if (play === null) select([]);
      return carry !== null;
    },
    actions: {
      click: ({ at, how, device }) => {
        if (carrier.click(at, device, how === 'toggle')) return;
        if (flows.tool?.click(at, device, how === 'toggle')) return;
        const button = how === 'replace' ? buttonUnder(at, device) : null;
        pressed.current = [button !== null, ...pressed.current.slice(0, 1)];
        if (button !== null) {
          press(button);
          return;
        }
        const found = pickAt(at, device === 'touch' ? TOUCH_SLOP : SLOP);
        const part = found && partOf(found);
        const link = how === 'replace' ? linkOf(found) : null;
        if (link !== null) meanLink(link);
        else if (part !== null) select(standsFor(drawn, part), how);
        else if (how === 'replace') select([]);
      },
      menu: (at) => {
        const found = menuPick(at);
        const part = found && partOf(found);
        if (part === null) return;
        const link = linkOf(found);
        if (link !== null) {
          meanLink(link);
          return;
        }
        if (peerlane.getState().link !== null) select(standsFor(drawn, part));
        const how = selectForMenu(part, peerlane.getState());
        if (how !== null) select(standsFor(drawn, part), how);
      },
      isHandFull: () => peerlane.getState().carry?.by === 'pointer' && !carrier.isLifting(),
      isHandle: (at, device) => flows.canBegin(at, device),
      canLift: (at, device) => {
        const can = liftAt(at, device) !== null;
        if (can) void carrier.fetch();
        return can;
      },
      lift: ({ from, at, device, keys }) => {
        if (flows.begin(from, at, device, keys)) return;
        const lift = liftAt(from, device);
        if (!lift) return;
        carrier.lift(lift, toScene(camera.camera, from), device, keys);
        carrier.moveTo(at, keys);
      },
      carry: ({ at, keys }) => {
        const drawer = flows.dragging();
        if (drawer) drawer.moveTo(at);
        else carrier.moveTo(at, keys);
      },
      drop: ({ at, keys }) => {
        const drawer = flows.dragging();
        if (drawer) drawer.drop(at, keys);
        else carrier.drop(at, keys);
      },
      putBack: () => {
        const drawer = flows.dragging();
        if (drawer) drawer.cancel();
        else carrier.putBack();
      },
      hold: (at) => {
        if (at !== null) rested.current = at;
        const part = at && partAt(at);
        const rect = part && rectOfPart(drawn, part);
        showFrame(marquee.current, rect && grown(rectToScreen(camera.camera, rect), 6), 'held');
      },
      hover: (at, device) => {
        const element = surface.current;
        if (!element) return;
        if (at !== null && carrier.isLifting()) {
          carrier.moveTo(at, { shift: false, alt: false });
          return;
        }
        const isSeen = at !== null && device !== 'touch';
        if (flows.tool?.hover(at, device)) element.dataset.over = 'flow';
        else if (isSeen && buttonUnder(at, device) !== null) element.dataset.over = 'button';
        else element.dataset.over = isSeen && liftAt(at, device) ? 'liftable' : 'paper';
      },
      doubleClick: (at, isAlt) => {
        // The first of the two has done it, and something else lies there now.
        if (pressed.current.includes(true)) return;
        const found = pickAt(at, SLOP);
        if (!found) return;
        const isGround =
          found.kind === 'frame' && !isCaption(found.frame, toScene(camera.camera, at));
        if (isGround) {
          pilot.fit(found.frame.rect, 'in-flight', false);
          return;
        }
        const part = found.kind === 'link' ? null : partOf(found);
        if (part === null) return;
        if (!isAlt) rename(part);
        else pilot.fit(subtreeOf(drawn, part) ?? NOWHERE, 'in-flight', false);
      },
      marquee: (rect, whole) => showFrame(marquee.current, rect, whole ? 'whole' : 'touched'),
      take: ({ rect, whole, how }) => {
        const boxes = boxesIn(drawn.index, rectToScene(camera.camera, rect), whole);
        select(
          boxes.flatMap((box) => {
            const part = partOfBox(box);
            return part === null ? [] : standsFor(drawn, part);
          }),
          how,
        );
      },
    },
  };
}

/** The function that a link goes by; `null` for a line that is none. */
function lowerEndOf({ machine, byId }: OpenDocument, { kind, key }: SceneLink): FunctionId | null {
  return kind === 'link' ? (linkAbove(machine, byId, key)?.lower.id ?? null) : null;
}

/** What a marquee takes, or what a finger holds; takes it away without a rectangle. */
function showFrame(
  element: SVGRectElement | null,
  rect: Rect | null,
  look: 'whole' | 'touched' | 'held',
): void {
  const sheet = element?.ownerSVGElement;
  if (!element || !sheet) return;
  sheet.style.display = rect ? 'block' : 'none';
  if (!rect) return;
  const { x, y, width, height } = rect;
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    element.setAttribute(name, String(value));
  }
  element.dataset.look = look;
}

/** Around a part with all that hangs below it. */
function subtreeOf(drawn: Drawn, root: PartId) {
  return around(belowParts(drawn, [root]).map(({ rect }) => rect));
}
