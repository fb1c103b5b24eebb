import type { DmaDefect } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import type { PeerMemory } from './scatterlist.ts';

const NONE: readonly DmaDefect[] = [];
const AS_RAM: readonly DmaDefect[] = ['as-ram'];

/** Was this memory mapped like RAM although nobody looked at its pair? */
export function isAsRam(peer: PeerMemory | null, asked: PeerMemory | null): boolean {
  return peer !== null && peer !== asked;
}

/** The same as a list of defects. */
export function asRam(peer: PeerMemory | null, { asked }: Pick<MapCall, 'asked'>) {
  return isAsRam(peer, asked) ? AS_RAM : NONE;
}
