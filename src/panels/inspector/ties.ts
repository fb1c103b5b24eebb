import { sideLinkWords } from '../../layout/tieWords.ts';
import type { Machine, Socket } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';

/** The other end of a line that is drawn beside the tree. */
export interface Tie {
  /** Of the line among those of its kind, for keys. */
  readonly index: number;
  readonly other: PartId;
  /** `NVLink NV18, not modelled` */
  readonly words: string;
}

/** The lines beside the tree that end at a part: NVLink, CXL, chip to chip; nothing is computed for them. */
export function sideLinksOf({ sideLinks }: Machine, id: PartId): readonly Tie[] {
  return sideLinks.flatMap((link, index) => {
    if (link.from !== id && link.to !== id) return [];
    const other = link.from === id ? link.to : link.from;
    return [{ index, other, words: sideLinkWords(link, 1) }];
  });
}

/** A link between sockets, from one of them. */
export interface SocketTie {
  readonly index: number;
  readonly other: Socket;
  /** Bytes per second one way; nanoseconds. `null`: not stated in the document. */
  readonly bytesPerSecond: number | null;
  readonly latencyNs: number | null;
}

export function socketLinksOf(machine: Machine, { id }: Socket): readonly SocketTie[] {
  return machine.socketLinks.flatMap(({ from, to, bytesPerSecond, latencyNs }, index) => {
    if (from !== id && to !== id) return [];
    const other = machine.sockets.find((each) => each.id === (from === id ? to : from));
    return other ? [{ index, other, bytesPerSecond, latencyNs }] : [];
  });
}
