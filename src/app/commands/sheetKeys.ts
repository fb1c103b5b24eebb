/** What the sheet does with keys and pointers by itself, for the list of shortcuts. */
export const SHEET_KEYS: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  { title: 'Move along the tree', keys: ['←', '→', '↑', '↓'] },
  { title: 'Select', keys: ['Enter'] },
  { title: 'Add to the selection', keys: ['Shift+Enter'] },
  { title: 'Play the chosen pair, pause', keys: ['Space'] },
  { title: 'Step, within the play bar', keys: ['←', '→', 'Home', 'End'] },
  { title: 'Clear the selection', keys: ['Esc'] },
  { title: 'Move the sheet', keys: ['Two fingers', 'Space + drag'] },
  { title: 'Zoom at the pointer', keys: ['Pinch', 'Ctrl + wheel'] },
];
