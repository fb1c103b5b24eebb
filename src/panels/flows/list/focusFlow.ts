/** What had the focus is taken away by what was just done: the keys go on from here. */
export function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      const element = document.getElementById(id);
      const stop = element?.querySelector<HTMLElement>('[tabindex="0"]');
      (stop ?? element)?.focus();
    }
  });
}

/** The flow that is looked at now; where none is left, the button that draws one. */
export function focusFlow(): void {
  requestAnimationFrame(() => {
    focusLater(document.getElementById('flows-list') ? 'flows-list' : 'flows-draw');
  });
}
