import { lazily } from '../../parts/lazily.ts';

/** Sides that are fetched when they are first looked at. */
export const SIDES = {
  links: lazily(() => import('./links/LinksSide.tsx').then((part) => part.LinksSide)),
  sweep: lazily(() => import('./sweep/SweepSide.tsx').then((part) => part.SweepSide)),
  roofline: lazily(() => import('./roofline/RooflineSide.tsx').then((part) => part.RooflineSide)),
  'what-if': lazily(() => import('./what-if/WhatIfSide.tsx').then((part) => part.WhatIfSide)),
  compare: lazily(() => import('./compare/CompareSide.tsx').then((part) => part.CompareSide)),
};
