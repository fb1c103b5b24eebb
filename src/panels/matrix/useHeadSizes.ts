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

/** Of a figure at 12 px, and at 11 px. */
const FIGURE = 7.3;
const SMALL_FIGURE = 6.7;
const RUN_HEAD = 17;
const KIND = 44 + 12 + 8 + 8;

/** Room for titles: none in a narrow grid, where addresses have to do. */
function titleWidth(gridWidth: number): number {
  if (gridWidth < 480) return 0;
  return gridWidth < 960 ? 104 : 184;
}

/** How much room the names take: without titles where the window is narrow. */
export function useHeadSizes(
  scroller: RefObject<HTMLElement | null>,
  providers: Axis,
  clients: Axis,
): HeadSizes {
  const [title, setTitle] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setTitle(titleWidth(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return useMemo(() => {
    const items = [...providers.items, ...clients.items];
    const isOneDomain = items.every(({ address }) => address?.domain === items[0]?.address?.domain);
    const longest = items.reduce((most, { name }) => Math.max(most, name.length), 7);
    const figures = isOneDomain ? 7 : longest;
    return {
      width: Math.round(KIND + figures * FIGURE + title),
      height: Math.round(RUN_HEAD + figures * SMALL_FIGURE + 6),
      isOneDomain,
    };
  }, [providers, clients, title]);
}
