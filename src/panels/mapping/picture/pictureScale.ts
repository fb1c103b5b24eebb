/** Narrower than this the columns are close: a picture grows no further. */
const LEAST_WIDTH = 720;
/** Letters larger than that are no easier to read. */
const MOST = 2;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * How much larger than on a page a picture may be drawn, so that it still is in sight as a whole: a
 * window on a projector has room to spare.
 *
 * @param height of the picture as it is
 */
export function pictureScale(room: Room, height: number): number {
  if (height <= 0) return 1;
  const fits = Math.min(room.width / LEAST_WIDTH, room.height / height, MOST);
  // In steps: a window that is pulled does not set all letters anew with each pixel.
  return Math.max(1, Math.floor(fits * 20) / 20);
}
