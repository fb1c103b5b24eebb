import { rememberedTheme, rememberTheme, type Theme } from '../../store/persistTheme.ts';

export type { Theme };

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)');

function systemTheme(): Theme {
  return darkSystem().matches ? 'dark' : 'light';
}

function set(theme: Theme | null): void {
  const root = document.documentElement;
  if (theme === null) root.removeAttribute('data-theme');
  else root.dataset.theme = theme;
}

/** Before the first paint: what was chosen on an earlier visit. */
export function applyRememberedTheme(): void {
  set(rememberedTheme());
}

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : systemTheme();
}

/** A choice that is also the system's is no choice: the page goes on to follow the system. */
export function chooseTheme(theme: Theme): void {
  const choice = theme === systemTheme() ? null : theme;
  set(choice);
  rememberTheme(choice);
}

/** Calls back when the system turns dark or light; returns how to stop that. */
export function onSystemTheme(listener: () => void): () => void {
  const query = darkSystem();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
