import { rememberedTheme, rememberTheme, type Theme } from '../../store/persistTheme.ts';

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function systemTheme(): Theme {
  return darkSystem().matches ? 'dark' : 'light';
}

function set(theme: Theme | null): void {
  const root = document.documentElement;
  if (theme === null) root.removeAttribute('data-theme');
  else root.dataset.theme = theme;
  for (const listener of [...listeners]) listener();
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

/** Calls back when the page turns dark or light; returns how to stop that. */
export function onTheme(listener: () => void): () => void {
  const query = darkSystem();
  query.addEventListener('change', listener);
  listeners.add(listener);
  return () => {
    query.removeEventListener('change', listener);
    listeners.delete(listener);
  };
}
