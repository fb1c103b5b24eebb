import { drawnAlike } from '../../layout/drawnAlike.ts';
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

type Shown = Pick<OpenDocument, 'machine' | 'byId' | 'titles'>;
type Manner = Pick<View, 'drawing' | 'direction'> & Partial<Pick<View, 'isStacked'>>;

export function draw(document: Shown, manner: Manner): Drawn {
  const titleOf = documentTitles(document);
  const scene = layOut(document.machine, { ...manner, titleOf });
  const links = linkTables(scene);
  const tree = partTree(scene, document.byId);
  return named({ scene, index: indexScene(scene), links, tree }, document);
}

/** Draws one state of a document after the other, and keeps what an edit leaves as it was drawn. */
export function createDrawer(): typeof draw {
  let last: { readonly document: Shown; readonly drawn: Drawn; readonly manner: Manner } | null =
    null;
  return (document, manner) => {
    const isAlike =
      last !== null &&
      last.manner.drawing === manner.drawing &&
      last.manner.direction === manner.direction &&
      last.manner.isStacked === manner.isStacked &&
      last.document.titles === document.titles &&
      drawnAlike(last.document.machine, document.machine);
    const drawn = last && isAlike ? named(last.drawn, document) : draw(document, manner);
    last = { document, drawn, manner };
    return drawn;
  };
}

/** Names speak of ACS, which may change while the drawing stays. */
function named(parts: Omit<Drawn, 'nameOf'>, { byId, titles }: Shown): Drawn {
  const { scene, links, tree } = parts;
  const titleOf = documentTitles({ titles });
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
  return { ...parts, nameOf };
}
