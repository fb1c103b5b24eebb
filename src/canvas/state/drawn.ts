import { layOut } from '../../layout/layOut.ts';
import type { Scene } from '../../layout/scene.ts';
import type { OpenDocument, PartId, View } from '../../store/state.ts';
import { indexScene, type SceneIndex } from '../hit/sceneIndex.ts';
import { type PartTree, partTree } from '../keys/partTree.ts';
import { documentTitles } from '../names/documentTitles.ts';
import { type LinkTables, linkTables } from '../names/linkTables.ts';
import { partName } from '../names/partName.ts';

/** A machine as it is drawn just now, with everything that is looked up in the drawing. */
export interface Drawn {
  readonly scene: Scene;
  readonly index: SceneIndex;
  readonly links: LinkTables;
  readonly tree: PartTree;
  /** What a part is called aloud; made when it is asked for, and kept. */
  readonly nameOf: (id: PartId) => string;
}

export function draw(
  { machine, byId, titles }: Pick<OpenDocument, 'machine' | 'byId' | 'titles'>,
  { drawing, direction }: Pick<View, 'drawing' | 'direction'>,
): Drawn {
  const titleOf = documentTitles({ titles });
  const scene = layOut(machine, { drawing, direction, titleOf });
  const links = linkTables(scene);
  const tree = partTree(scene, byId);
  const names = new Map<PartId, string>();
  const nameOf = (id: PartId): string => {
    let name = names.get(id);
    if (name === undefined) {
      const part = tree.parts.get(id);
      name = part ? partName(part, { scene, links, byId, titleOf }) : id;
      names.set(id, name);
    }
    return name;
  };
  return { scene, index: indexScene(scene), links, tree, nameOf };
}
