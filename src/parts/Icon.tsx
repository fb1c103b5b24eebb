import styles from './Icon.module.css';

/** Strokes on a 16×16 grid, drawn for this page. */
const PATHS = {
  new: 'M4 2.5h5l3 3v8H4zM8 6.5v5M5.5 9h5',
  open: 'M2 12.5v-9h4l1.5 2H14v7zM2 8h12',
  save: 'M8 2.5v7M5 6.5l3 3 3-3M2.5 11.5v2h11v-2',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'm10 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10',
  outline: 'M2 3h12v10H2zM6 3v10M3.5 5.5h1M3.5 8h1',
  dock: 'M2 3h12v10H2zM2 9.5h12M4 11.5h2',
  inspector: 'M2 3h12v10H2zM10 3v10M11.5 5.5h1M11.5 8h1',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  help: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.4 6.4A1.7 1.7 0 1 1 8.7 8c-.5.2-.7.6-.7 1.1M8 11v.1',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  down: 'M4 6.5l4 4 4-4',
  up: 'M4 9.5l4-4 4 4',
  larger: 'M3 6.5V3h3.5M9.5 3H13v3.5M13 9.5V13H9.5M6.5 13H3V9.5',
  check: 'M3.5 8.5l3 3 6-7',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 7.3v3.4M8 5.2v.1',
  pause: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3l2 1.5',
  play: 'M5 3v10l8-5z',
  halt: 'M5.5 3v10M10.5 3v10',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  on: 'M6 3.5 10.5 8 6 12.5',
  'to-start': 'M4 3.5v9M12 3.5 7.5 8l4.5 4.5',
  'to-end': 'M12 3.5v9M4 3.5 8.5 8 4 12.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign for a button; never the only thing that says what the button does. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
