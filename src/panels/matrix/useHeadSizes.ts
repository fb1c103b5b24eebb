import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Axis } from './arrangeAxis.ts';

export interface HeadSizes {
  /** Of the column with the providers' names, in px. */
  readonly width: number;
  /** Of the row with the clients' names. */
  readonly height: number;
  /** All addresses are in one PCI domain, which then is left out. */
  readonly isOneDomain: boolean;
}

const NARROW = 640;
/** Of a figure at 12 px. */
const FIGURE = 7.3;
const RUN_HEAD = 17;
const KIND = 44 + 12 + 8 + 8 + 8;
const TITLE = 176;

/** How much room the names take: without titles where the window is narrow. */
export function useHeadSizes(
  scroller: RefObject<HTMLElement | null>,
  providers: Axis,
  clients: Axis,
): HeadSizes {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setIsNarrow(element.clientWidth < NARROW));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return useMemo(() => {
    const items = [...providers.items, ...clients.items];
    const isOneDomain = items.every(({ address }) => address?.domain === items[0]?.address?.domain);
    const longest = items.reduce((most, { name }) => Math.max(most, name.length), 7);
    const figures = isOneDomain ? 7 : longest;
    return {
      width: Math.round(KIND + figures * FIGURE + (isNarrow ? 0 : TITLE)),
      height: Math.round(RUN_HEAD + figures * FIGURE + 8),
      isOneDomain,
    };
  }, [providers, clients, isNarrow]);
}
