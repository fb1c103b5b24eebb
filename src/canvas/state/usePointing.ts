import { type RefObject, useCallback } from 'react';
import type { Point, Rect } from '../../layout/scene.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import { rectToScene, toScene } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { GestureActions } from '../gestures/hearGestures.ts';
import { boxesIn, type Pick, pick } from '../hit/pick.ts';
import { partOfBox } from '../keys/partTree.ts';
import { around } from '../rects.ts';
import type { Drawn } from './drawn.ts';
import { rectOfPart } from './rectOfPart.ts';
import { selectForMenu } from './selectForMenu.ts';

/** How far beside a thing one may point, in CSS pixels: a finger covers 44 of them. */
const SLOP = 4;
const TOUCH_SLOP = 22;
/** Ports are pointed at from this zoom on; before, they are too small to be meant. */
const PORTS_FROM = 0.5;

export interface Pointing {
  readonly actions: Omit<GestureActions, 'space' | 'escape'>;
  readonly escape: () => void;
  /** The part under a point of the surface. */
  readonly partAt: (at: Point) => PartId | null;
}

/** What clicks, taps and marquees do. */
export function usePointing(
  { camera, pilot }: SheetCamera,
  drawn: Drawn,
  marquee: RefObject<SVGRectElement | null>,
): Pointing {
  const { select } = usePeerlane((state) => state.actions);
  const pickAt = (at: Point, slop: number): Pick | null => {
    const { k } = camera.camera;
    return pick(drawn.index, toScene(camera.camera, at), {
      slop: slop / k,
      ports: k >= PORTS_FROM,
    });
  };
  const partAt = useCallback(
    (at: Point) => {
      const { k } = camera.camera;
      const found = pick(drawn.index, toScene(camera.camera, at), {
        slop: SLOP / k,
        ports: k >= PORTS_FROM,
      });
      return found && partOf(found);
    },
    [camera, drawn],
  );
  return {
    partAt,
    // While something is played, the key ends that: a command of the page sees to it.
    escape: () => {
      if (peerlane.getState().play === null) select([]);
    },
    actions: {
      click: ({ at, how, device }) => {
        const found = pickAt(at, device === 'touch' ? TOUCH_SLOP : SLOP);
        const part = found && partOf(found);
        if (part !== null) select([part], how);
        else if (how === 'replace') select([]);
      },
      menu: (at) => {
        const part = partAt(at);
        if (part === null) return;
        const how = selectForMenu(part, peerlane.getState());
        if (how !== null) select([part], how);
      },
      doubleClick: (at) => {
        const found = pickAt(at, SLOP);
        if (found?.kind === 'frame') pilot.fit(found.frame.rect, 'in-flight', false);
        if (found?.kind === 'box' && found.box.kind === 'switch') {
          pilot.fit(
            subtreeOf(drawn, found.box.key as PartId) ?? found.box.rect,
            'in-flight',
            false,
          );
        }
      },
      marquee: (rect, whole) => {
        const element = marquee.current;
        if (!element) return;
        const sheet = element.ownerSVGElement;
        if (sheet) sheet.style.display = rect ? 'block' : 'none';
        if (!rect) return;
        const { x, y, width, height } = rect;
        for (const [name, value] of Object.entries({ x, y, width, height })) {
          element.setAttribute(name, String(value));
        }
        element.dataset.whole = String(whole);
      },
      take: ({ rect, whole, how }) => {
        const boxes = boxesIn(drawn.index, rectToScene(camera.camera, rect), whole);
        select(
          boxes.flatMap((box) => partOfBox(box) ?? []),
          how,
        );
      },
    },
  };
}

function partOf(found: Pick): PartId | null {
  switch (found.kind) {
    case 'port':
      return found.port.function;
    case 'mark':
      return found.mark.function;
    case 'box':
      return partOfBox(found.box);
    case 'link':
      return found.link.key;
    case 'frame':
      return found.frame.id;
  }
}

/** A switch with all that hangs below it. */
function subtreeOf(drawn: Drawn, root: PartId) {
  const rects: Rect[] = [];
  const rest = [root];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    const rect = rectOfPart(drawn, id);
    if (rect) rects.push(rect);
    rest.push(...(drawn.tree.parts.get(id)?.children ?? []));
  }
  return around(rects);
}
