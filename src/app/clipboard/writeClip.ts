import type { Clip } from '../../store/state.ts';

/**
 * Writes a clip that is still being made, as text: browsers let a page do so if it begins within the
 * event. This tab keeps the parts themselves.
 *
 * @returns the clip; `null` when there is none, or the browser forbids it
 */
export async function writeClip(clip: Promise<Clip | null>): Promise<Clip | null> {
  const text = clip.then((made) => new Blob([made?.text ?? ''], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return await clip;
  } catch {
    return null;
  }
}
