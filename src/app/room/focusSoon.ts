/** Panels open within a frame or two; one that has to be fetched takes longer. */
const MOST_FRAMES = 60;

/** Moves focus to an element that is about to appear, or to take the place of one of its name. */
export function focusSoon(id: string, framesLeft: number = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element) {
      element.focus();
      if (element instanceof HTMLInputElement) element.select();
    } else if (framesLeft > 0) {
      focusSoon(id, framesLeft - 1);
    }
  });
}
