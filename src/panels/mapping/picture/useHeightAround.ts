import { type RefObject, useLayoutEffect, useState } from 'react';

/** How high the panel is that an element lies in, in CSS pixels; 0 before it is there. */
export function useHeightAround(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const panel = element.current?.closest('[role="tabpanel"]');
    if (!panel) return;
    const measure = () => setHeight(panel.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(panel);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
