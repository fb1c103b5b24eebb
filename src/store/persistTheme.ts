/** The two looks of the page. Without a choice it follows the system. */
export type Theme = 'light' | 'dark';

const KEY = 'peerlane.theme';

/** The theme chosen before, if one was and the browser let us remember it. */
export function rememberedTheme(): Theme | null {
  try {
    const found = localStorage.getItem(KEY);
    return found === 'light' || found === 'dark' ? found : null;
  } catch {
    return null; // storage is switched off: the system's theme is as good
  }
}

/** Remembers a choice; `null` forgets it. */
export function rememberTheme(theme: Theme | null): void {
  try {
    if (theme === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Not remembered then; the choice still holds until the page is left.
  }
}
