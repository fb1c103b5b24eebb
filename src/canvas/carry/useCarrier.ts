import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { DrawnDocument } from '../state/useDrawn.ts';
import { Carrier } from './Carrier.ts';

/** Carries things over this sheet for as long as it is there. */
export function useCarrier(
  surface: RefObject<HTMLElement | null>,
  sheetCamera: SheetCamera,
  { document, drawn }: DrawnDocument,
): Carrier {
  const [carrier] = useState(() => new Carrier(sheetCamera));
  useLayoutEffect(() => carrier.show(drawn, document), [carrier, drawn, document]);
  useEffect(() => {
    const element = surface.current;
    return element ? carrier.listen(element) : undefined;
  }, [carrier, surface]);
  return carrier;
}
