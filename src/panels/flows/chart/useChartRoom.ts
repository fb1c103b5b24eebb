import { type RefObject, useLayoutEffect, useState } from 'react';

/** In CSS pixels; 0 wide before it is there. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
}

/** Lower than this a curve says nothing: the panel scrolls instead. */
const LEAST_HEIGHT = 170;
const MOST_HEIGHT = 560;

/** The room that an element has: as wide as it is, and as high as what is left of the panel below its top. */
export function useChartRoom(element: RefObject<HTMLElement | null>): ChartRoom {
  const [room, setRoom] = useState<ChartRoom>({ width: 0, height: LEAST_HEIGHT });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const panel = current.closest<HTMLElement>('[role="tabpanel"]');
    const measure = () => {
      const width = current.clientWidth;
      const within = panel
        ? current.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop
        : 0;
      const free = Math.floor((panel?.clientHeight ?? 0) - within - 8);
      const height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, free));
      setRoom((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    if (panel) observer.observe(panel);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
