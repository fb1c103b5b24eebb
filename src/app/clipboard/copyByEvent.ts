import { copied } from './copied.ts';
import { clipSoon, fetchClipping } from './readyClip.ts';
import { writeClip } from './writeClip.ts';

/** Copies or cuts without a key, by the same event as with one. */
export async function copyByEvent(kind: 'copy' | 'cut'): Promise<void> {
  await fetchClipping();
  // Old, and the one way to an event that may write more than text.
  if (document.execCommand(kind)) return;
  await copied(await writeClip(clipSoon()), kind === 'cut');
}
