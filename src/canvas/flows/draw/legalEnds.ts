import type { OpenDocument } from '../../../store/state.ts';
import type { Drawn } from '../../state/drawn.ts';
import { foundEnd } from './flowEnds.ts';

/** Round everything that a flow can begin or end at, as the data of one path. */
export function legalEnds({ tree }: Pick<Drawn, 'tree'>, document: OpenDocument): string {
  const pieces: string[] = [];
  const known = new Set(document.machine.sockets.map(({ id }) => id as string));
  for (const { id, rect, what } of tree.parts.values()) {
    // Of memory the socket glows; a host bridge only where it stands alone.
    if (what.kind === 'frame' && !known.has(id) && known.size > 0) continue;
    if (foundEnd(document, id).kind !== 'end') continue;
    const { x, y, width, height } = rect;
    pieces.push(`M${x} ${y}h${width}v${height}h${-width}Z`);
  }
  return pieces.join('');
}
