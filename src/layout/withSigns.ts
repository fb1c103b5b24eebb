import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Direction, Rect, Scene, SceneSign, SignKind } from './scene.ts';

/** Of signs that stand on the corner of a part, in drawing units. */
export const SIGN_SIZE = 12;

/**
 * The scene with signs on what is pinned or locked: on the upper left corner of the part, and from
 * there along the edge on which no line ends. What a collapsed box hides shows none.
 */
export function withSigns(scene: Scene, { placements }: Machine): Scene {
  const kept = placements.filter(({ pinned, locked }) => pinned || locked);
  if (kept.length === 0) return scene;
  const onBoxes = new Map<string, SceneSign[]>();
  const onFrames = new Map<string, SceneSign[]>();
  const frames = new Map(scene.frames.map((frame) => [frame.id as string, frame]));
  const boxes = new Map(scene.boxes.map((box) => [box.key, box]));
  const slots = new Map(
    scene.boxes
      .filter(({ kind }) => kind === 'empty-slot')
      .map((box) => [box.key.slice(0, box.key.lastIndexOf(' ')), box]),
  );
  for (const { about, pinned, locked } of kept) {
    const frame = frames.get(about);
    const place = scene.placeOf.get(about as FunctionId);
    const slot = slots.get(about);
    const box = slot ?? boxes.get(place?.box ?? '');
    // A switch is named by its port that leads up, which is not what is meant.
    const rect = frame?.rect ?? (box?.key === about ? box.rect : (slot?.rect ?? place?.rect));
    const isHidden = box?.collapsed !== undefined && box.functions[0] !== about;
    if (!rect || isHidden) continue;
    const [on, key] = frame ? [onFrames, frame.key] : [onBoxes, box?.key ?? ''];
    const signs = on.get(key) ?? [];
    on.set(key, signs);
    const before = signs.filter((sign) => sign.about === about).length;
    const kinds: readonly SignKind[] = [
      ...(pinned ? (['pinned'] as const) : []),
      ...(locked ? (['locked'] as const) : []),
    ];
    kinds.forEach((kind, index) => {
      signs.push({ kind, about, rect: cornerOf(rect, before + index, scene.direction) });
    });
  }
  return {
    ...scene,
    boxes: scene.boxes.map((box) => withMore(box, onBoxes.get(box.key))),
    frames: scene.frames.map((frame) => withMore(frame, onFrames.get(frame.key))),
  };
}

function withMore<On extends { readonly signs?: readonly SceneSign[] }>(
  on: On,
  more: readonly SceneSign[] | undefined,
): On {
  return more ? { ...on, signs: [...(on.signs ?? []), ...more] } : on;
}

function cornerOf({ x, y }: Rect, place: number, direction: Direction): Rect {
  const half = SIGN_SIZE / 2;
  const by = place * (SIGN_SIZE + 2);
  const [dx, dy] = direction === 'down' ? [0, by] : [by, 0];
  return { x: x - half + dx, y: y - half + dy, width: SIGN_SIZE, height: SIGN_SIZE };
}
