/** What the sheet does with keys and pointers by itself, for the list of shortcuts. */
export interface SheetKey {
  readonly title: string;
  readonly keys: readonly string[];
}

export interface SheetKeyGroup {
  readonly title: string;
  readonly rows: readonly SheetKey[];
}

/** @param isMac its keys have other names */
export function sheetKeys(isMac: boolean): readonly SheetKeyGroup[] {
  const alt = isMac ? '⌥' : 'Alt';
  const mod = isMac ? '⌘' : 'Ctrl';
  return [
    {
      title: 'On the sheet',
      rows: [
        { title: 'Move along the tree', keys: ['←', '→', '↑', '↓'] },
        { title: 'Select', keys: ['Enter'] },
        { title: 'Add to the selection', keys: ['Shift+Enter'] },
        { title: 'Rename', keys: ['Double-click', 'F2'] },
        { title: 'Play the chosen pair, pause', keys: ['Space'] },
        { title: 'Step, within the play bar', keys: ['←', '→', 'Home', 'End'] },
        { title: 'Clear the selection', keys: ['Esc'] },
        { title: 'Select in a frame', keys: ['Drag on paper'] },
        { title: 'Move the sheet', keys: ['Two fingers', 'Space + drag'] },
        { title: 'Nudge what is selected, else the view', keys: [`${alt} + arrow`] },
        { title: 'Zoom at the pointer', keys: ['Pinch', `${mod} + wheel`] },
        { title: 'Menu of a part or a link', keys: ['Right click', 'Long press'] },
      ],
    },
    {
      title: 'While something is carried',
      rows: [
        { title: 'Plug a part in elsewhere', keys: ['Drag it'] },
        { title: 'Go on with the next', keys: ['Shift + let go'] },
        { title: 'A copy instead', keys: [`${alt} + drag`] },
        { title: 'Choose among the places', keys: ['←', '→', 'Tab'] },
        { title: 'Put it there', keys: ['Enter'] },
        { title: 'Put it there and carry on', keys: ['Shift+Enter'] },
        { title: 'Put it back', keys: ['Esc'] },
      ],
    },
    {
      title: 'While a part is added',
      rows: [
        { title: 'Several of a part', keys: ['8 h100'] },
        { title: 'Add it where the selection is', keys: ['Enter'] },
        { title: 'Add it and stay', keys: ['Shift+Enter'] },
        { title: 'Choose the place on the sheet', keys: [isMac ? '⌘Enter' : 'Ctrl+Enter'] },
      ],
    },
  ];
}
