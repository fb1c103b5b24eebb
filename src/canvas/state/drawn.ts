import type { Arrangement } from '../../layout/arrange/arrangement.ts';
import { drawnAlike } from '../../layout/drawnAlike.ts';
import { layOut } from '../../layout/layOut.ts';
import type { Scene } from '../../layout/scene.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { indexScene, type SceneIndex } from '../hit/sceneIndex.ts';
import { type PartTree, partTree } from '../keys/partTree.ts';
import { documentTitles } from '../names/documentTitles.ts';
import { type LinkTables, linkTables } from '../names/linkTables.ts';
import { partName } from '../names/partName.ts';
import type { Arrangements, DocumentState, Manner } from './Arrangements.ts';

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

/** @param former how the document was arranged before; left out: it is arranged afresh */
export function draw(document: Shown, manner: Manner, former?: Arrangement): Drawn {
  const titleOf = documentTitles(document);
  const scene = layOut(document.machine, { ...manner, titleOf, ...(former && { former }) });
  const links = linkTables(scene);
  const tree = partTree(scene, document.byId);
  return named({ scene, index: indexScene(scene), links, tree }, document);
}

/**
 * Draws one state of a document after the other, each arranged as it was before or as the one before
 * it, and keeps what an edit leaves as it was drawn.
 */
export function createDrawer(arrangements: Arrangements) {
  let last: {
    readonly document: Shown & DocumentState;
    readonly drawn: Drawn;
    readonly manner: Manner;
    readonly tidied: number;
  } | null = null;
  return (document: Shown & DocumentState, manner: Manner, tidied: number): Drawn => {
    arrangements.tidy(document, tidied);
    const isAlike =
      last !== null &&
      last.tidied === tidied &&
      last.manner.drawing === manner.drawing &&
      last.manner.direction === manner.direction &&
      last.manner.isStacked === manner.isStacked &&
      last.document.serial === document.serial &&
      last.document.titles === document.titles &&
      drawnAlike(last.document.machine, document.machine);
    const drawn =
      last && isAlike
        ? named(last.drawn, document)
        : draw(document, manner, arrangements.before(document, manner));
    arrangements.keep(document, manner, drawn.scene.arrangement);
    last = { document, drawn, manner, tidied };
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
