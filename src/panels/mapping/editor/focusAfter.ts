/**
 * What had the focus is taken away by what was just done: the keys go on from here, unless something
 * took the focus meanwhile.
 */
export function focusAfter(id: string): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      document.getElementById(id)?.focus();
    }
  });
}
