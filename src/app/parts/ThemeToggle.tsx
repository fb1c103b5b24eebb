import { useState, useSyncExternalStore } from 'react';
import { chooseTheme, currentTheme, onSystemTheme } from './theme.ts';

/** Says where it leads, as a button should. */
export function ThemeToggle() {
  const [, setChoices] = useState(0);
  const theme = useSyncExternalStore(onSystemTheme, currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const toggle = () => {
    chooseTheme(other);
    setChoices((count) => count + 1);
  };
  return (
    <button type="button" className="small" onClick={toggle}>
      {other === 'dark' ? 'Dark theme' : 'Light theme'}
    </button>
  );
}
