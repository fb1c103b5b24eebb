import { lazily } from '../parts/lazily.ts';

/** What comes right behind the first sight of a machine, all of it together. */
const layers = () =>
  Promise.all([import('./controls/Minimap.tsx'), import('./controls/PairBar.tsx')]);

export const Minimap = lazily(() => layers().then(([part]) => part.Minimap));
export const PairBar = lazily(() => layers().then(([, part]) => part.PairBar));
