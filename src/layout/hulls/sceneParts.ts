import type { FunctionId } from '../../model/ids.ts';
import type { Scene, SceneBox, SceneLink } from '../scene.ts';
import { TakenPlaces } from './TakenPlaces.ts';

/** A box, with its functions and ports by number. */
export interface BoxPart {
  readonly box: SceneBox;
  readonly functions: readonly number[];
  readonly ports: readonly number[];
}

/** A port's box and the boxes that hang from that port, each with its link; boxes by index. */
export interface Family {
  readonly upper: number;
  readonly lowers: { readonly box: number; readonly link: SceneLink }[];
}

/** What outlines ask of a scene, counted through: groups change and are pointed at, it does not. */
export interface SceneParts {
  readonly numberOf: ReadonlyMap<FunctionId, number>;
  readonly boxes: readonly BoxPart[];
  readonly families: readonly Family[];
  readonly taken: TakenPlaces;
}

const known = new WeakMap<Scene, SceneParts>();

/** Made once for each scene. */
export function scenePartsOf(scene: Scene): SceneParts {
  const before = known.get(scene);
  if (before) return before;
  const parts = counted(scene);
  known.set(scene, parts);
  return parts;
}

function counted(scene: Scene): SceneParts {
  const numberOf = new Map<FunctionId, number>();
  const numbered = (id: FunctionId) => {
    const number = numberOf.get(id) ?? numberOf.size;
    numberOf.set(id, number);
    return number;
  };
  const boxes = scene.boxes.map((box) => ({
    box,
    functions: box.functions.map(numbered),
    ports: box.ports.map((port) => numbered(port.function)),
  }));
  return { numberOf, boxes, families: familiesOf(scene), taken: TakenPlaces.of(scene) };
}

function familiesOf({ boxes, links, placeOf }: Scene): readonly Family[] {
  const indexOf = new Map(boxes.map((box, index) => [box.key, index]));
  const boxOf = (id: FunctionId) => indexOf.get(placeOf.get(id)?.box ?? '');
  const families = new Map<FunctionId, Family>();
  for (const link of links) {
    if (link.upper === null) continue;
    const [upper, box] = [boxOf(link.upper), boxOf(link.key)];
    if (upper === undefined || box === undefined) continue;
    const family = families.get(link.upper) ?? { upper, lowers: [] };
    families.set(link.upper, family);
    family.lowers.push({ box, link });
  }
  return [...families.values()];
}
