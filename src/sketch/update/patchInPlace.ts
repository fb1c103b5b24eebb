import type { SketchRead } from '../sketch.ts';
import type { Canonical } from '../writeSketch.ts';
import { lineWords } from './lineWords.ts';
import { patchLine } from './patchLine.ts';

/**
 * The usual change: some functions say something else and stay where they are. Their lines are patched
 * without a look at the others. `null`: it is another change. Who asks makes sure of the result.
 */
export function patchInPlace(
  text: string,
  { lineOf }: SketchRead,
  was: Canonical,
  now: Canonical,
): string | null {
  const before = was.text.split('\n');
  const after = now.text.split('\n');
  if (before.length !== after.length) return null;
  const lines = text.split('\n');
  const patched = new Set<number>();
  for (let place = 0; place < before.length; place++) {
    const [old = '', next = ''] = [before[place], after[place]];
    if (old === next) continue;
    const id = was.abouts.get(place);
    const at = id === undefined ? undefined : lineOf.get(id);
    const line = at === undefined ? undefined : lines[at - 1];
    if (id === undefined || at === undefined || line === undefined) return null;
    if (now.abouts.get(place) !== id || patched.has(at)) return null;
    const head = lineWords(line)?.head;
    if (head !== lineWords(old)?.head || head !== lineWords(next)?.head) return null;
    if (/^ */.exec(old)?.[0] !== /^ */.exec(next)?.[0]) return null;
    patched.add(at);
    lines[at - 1] = patchLine(line, old, next, true);
  }
  return patched.size === 0 ? null : lines.join('\n');
}
