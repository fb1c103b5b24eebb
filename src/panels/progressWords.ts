import type { Progress } from '../worker/protocol.ts';

/** "Updating…", and how far it has come once it takes long: "Judging pairs, 40 %". */
export function progressWords(progress: Progress | null): string {
  if (!progress) return 'Updating…';
  const { doing, done } = progress;
  return done === null ? `${doing}…` : `${doing}, ${Math.round(done * 100)} %`;
}
