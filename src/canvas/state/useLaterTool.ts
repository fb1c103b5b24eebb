import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { whenIdle } from '../../parts/whenIdle.ts';
import type { LaterTool } from './LaterTool.ts';
import type { DrawnDocument } from './useDrawn.ts';

/** A tool that is at work on this sheet for as long as that is there. */
export function useLaterTool<
  Later extends Pick<LaterTool<never, unknown>, 'fetch' | 'listen' | 'show'>,
>(
  make: () => Later,
  surface: RefObject<HTMLElement | null>,
  { document, drawn }: DrawnDocument,
): Later {
  const [later] = useState(make);
  useLayoutEffect(() => later.show(drawn, document), [later, drawn, document]);
  useEffect(() => {
    whenIdle(() => void later.fetch());
    const element = surface.current;
    return element ? later.listen(element) : undefined;
  }, [later, surface]);
  return later;
}
