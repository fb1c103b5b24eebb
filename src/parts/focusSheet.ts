/** Leads the focus to the drawing itself, where arrow keys walk; to its place while there is none. */
export function focusSheet(): void {
  const sheet = document.getElementById('sheet');
  const drawing = sheet?.querySelector<HTMLElement>('[role="listbox"]');
  (drawing ?? sheet)?.focus();
}
