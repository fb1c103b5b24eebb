import type { PartId } from '../../store/state.ts';
import { partOfBox } from '../keys/partTree.ts';
import type { Pick } from './pick.ts';

/** The part that was found; of a link the one below it. */
export function partOf(found: Pick): PartId | null {
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
