let isOn = false;

function goOn(): void {
  isOn = true;
}

/** From now on it is looked whether the user does anything. */
export function watchGoingOn(): void {
  isOn = false;
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, goOn, { capture: true, once: true });
  }
}

/** Has the user gone on? Then what comes late leaves the focus where it is. */
export function hasGoneOn(): boolean {
  return isOn;
}
