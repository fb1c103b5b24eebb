import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Palette } from './palette.ts';
import { readPalette } from './readPalette.ts';

/** Anything of these changes what the colours are. */
const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(forced-colors: active)',
  '(prefers-contrast: more)',
];

/** The drawing's colours as they are now; read again when the theme changes. */
export function usePalette(probe: RefObject<SVGElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    if (probe.current) setPalette(readPalette(probe.current));
  }, [probe]);
  useEffect(() => {
    const read = () => {
      if (probe.current) setPalette(readPalette(probe.current));
    };
    const themes = new MutationObserver(read);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const queries = QUERIES.map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', read);
    // Letters measured before their font has come would be drawn in another one.
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      themes.disconnect();
      for (const query of queries) query.removeEventListener('change', read);
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, [probe]);
  return palette;
}
