import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { whenIdle } from '../../../parts/whenIdle.ts';
import type { SheetCamera } from '../../camera/useSheetCamera.ts';
import type { DrawnDocument } from '../../state/useDrawn.ts';
import { LaterFlowDrawer } from './LaterFlowDrawer.ts';

/** Draws flows over this sheet for as long as it is there. */
export function useFlowDrawer(
  surface: RefObject<HTMLElement | null>,
  sheetCamera: SheetCamera,
  { document, drawn }: DrawnDocument,
): LaterFlowDrawer {
  const [drawer] = useState(() => new LaterFlowDrawer(sheetCamera));
  useLayoutEffect(() => drawer.show(drawn, document), [drawer, drawn, document]);
  useEffect(() => {
    whenIdle(() => void drawer.fetch());
    const element = surface.current;
    return element ? drawer.listen(element) : undefined;
  }, [drawer, surface]);
  return drawer;
}
