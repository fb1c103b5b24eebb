import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { whenIdle } from '../../parts/whenIdle.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { DrawnDocument } from '../state/useDrawn.ts';
import { LaterCarrier } from './LaterCarrier.ts';

/** Carries things over this sheet for as long as it is there. */
export function useCarrier(
  surface: RefObject<HTMLElement | null>,
  sheetCamera: SheetCamera,
  { document, drawn }: DrawnDocument,
): LaterCarrier {
  const [carrier] = useState(() => new LaterCarrier(sheetCamera));
  useLayoutEffect(() => carrier.show(drawn, document), [carrier, drawn, document]);
  useEffect(() => {
    whenIdle(() => void carrier.fetch());
    const element = surface.current;
    return element ? carrier.listen(element) : undefined;
  }, [carrier, surface]);
  return carrier;
}
