import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { Axis } from './arrangeAxis.ts';
import { GAP, PITCH } from './MatrixRow.tsx';

/**
 * Which rows (or columns) are drawn: those in sight, a few beyond, and always the one with the
 * focus, which would be lost with its element.
 */
export function useAxisWindow(
  scroller: RefObject<HTMLElement | null>,
  axis: Axis,
  focused: number,
  headSize: number,
  horizontal: boolean,
) {
  const { items, gaps } = axis;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (focused < 0 || focused >= range.count || drawn.includes(focused)) return drawn;
      return [...drawn, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  // Its identity tells the virtualiser that sizes have changed.
  const getItemKey = useCallback((index: number) => items[index]?.id ?? index, [items]);
  return useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (gaps.has(index) ? PITCH + GAP : PITCH),
    getItemKey,
    rangeExtractor,
    horizontal,
    paddingStart: headSize,
    scrollPaddingStart: headSize,
    overscan: 3,
  });
}
