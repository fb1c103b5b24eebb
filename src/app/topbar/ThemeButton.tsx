import { useSyncExternalStore } from 'react';
import { CommandButton } from '../commands/CommandButton.tsx';
import { currentTheme, onTheme } from '../parts/theme.ts';

/** Says where it leads, as a button should. */
export function ThemeButton() {
  const theme = useSyncExternalStore(onTheme, currentTheme);
  return <CommandButton key={theme} id="page.theme" icon="theme" />;
}
