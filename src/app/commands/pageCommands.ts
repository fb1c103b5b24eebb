import { chooseTheme, currentTheme } from '../parts/theme.ts';
import { type Command, hasSheet } from './command.ts';

/** The page itself. */
export const PAGE_COMMANDS: readonly Command[] = [
  {
    id: 'page.palette',
    group: 'Page',
    title: 'Find a command…',
    keys: ['$mod+k', '$mod+Shift+p'],
    keywords: 'palette search action',
    inFields: true,
    run: ({ room }) => room.set({ dialog: 'palette' }),
  },
  {
    id: 'page.help',
    group: 'Page',
    title: 'Keys and help',
    // Some keyboards have it without Shift.
    keys: ['Shift+?', '?'],
    keywords: 'shortcuts keyboard about',
    isFromLink: true,
    run: ({ room }) => room.set({ dialog: 'help' }),
  },
  {
    id: 'page.menu',
    group: 'Page',
    title: 'Menu of what is selected',
    keys: ['Shift+F10', '$mod+Shift+Enter'],
    keywords: 'context actions',
    onSheet: true,
    when: hasSheet,
    run: ({ room }) => room.set({ menu: focusedPlace() }),
  },
  {
    id: 'page.theme',
    group: 'Page',
    title: () => (currentTheme() === 'dark' ? 'Light theme' : 'Dark theme'),
    keys: [],
    keywords: 'switch colours appearance night day contrast',
    run: () => chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'page.single-keys',
    group: 'Page',
    title: ({ state }) =>
      `Switch single-key shortcuts ${state.view.hasKeyShortcuts ? 'off' : 'on'}`,
    keys: [],
    keywords: 'keyboard accessibility',
    run: ({ state }) => state.actions.setView({ hasKeyShortcuts: !state.view.hasKeyShortcuts }),
  },
  {
    id: 'page.restart-engine',
    group: 'Page',
    title: 'Restart the engine',
    keys: [],
    keywords: 'worker crash hang',
    // One that runs and falls silent is replaced without being asked.
    when: ({ state }) => state.health.kind === 'dead',
    run: ({ state }) => state.actions.restartEngine(),
  },
];

/** Beside the part that keys act on, else beside what has the focus: no pointer asked for it. */
function focusedPlace(): { readonly x: number; readonly y: number } {
  const sheet = document.getElementById('sheet')?.getBoundingClientRect();
  const ring = document.querySelector('[data-ring]')?.getBoundingClientRect();
  if (ring && sheet && isWithin(ring.left, ring.bottom, sheet)) {
    return { x: ring.left, y: ring.bottom };
  }
  const box = (document.activeElement ?? document.body).getBoundingClientRect();
  return { x: box.left + Math.min(box.width / 2, 240), y: box.top + Math.min(box.height / 2, 160) };
}

function isWithin(x: number, y: number, { left, right, top, bottom }: DOMRect): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
