import { useMemo, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { DropPlace } from '../../build/carried.ts';
import type { Rect } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { partOfBox } from '../keys/partTree.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { belowParts } from './belowParts.ts';
import type { Carrier } from './Carrier.ts';
import { Hand } from './Hand.tsx';
import { SpotsCanvas } from './SpotsCanvas.tsx';

interface Props {
  readonly carrier: Carrier;
  readonly sheetCamera: SheetCamera;
  readonly drawn: Drawn;
}

const NONE: readonly Rect[] = [];

/** What is carried: the places that take it on the sheet. */
export function CarryLayer({ carrier, sheetCamera, drawn }: Props) {
  const shown = useSyncExternalStore(carrier.subscribe, carrier.shown);
  const carry = usePeerlane((state) => state.carry);
  const { lifted, spots } = shown;
  const aim = carry?.aim ?? null;
  const aimed = useMemo(() => (aim === null ? NONE : rectsOfPlace(drawn, aim)), [drawn, aim]);
  const beside = useMemo(() => besidePlace(drawn, aim), [drawn, aim]);
  const sources = useMemo(() => {
    const parts = carry?.what.kind === 'devices' ? carry.what.devices : (lifted?.parts ?? []);
    if (lifted?.isCopy) return NONE;
    return belowParts(drawn, parts)
      .filter(({ what }) => what.kind !== 'port')
      .map(({ rect }) => rect);
  }, [drawn, carry?.what, lifted]);
  if (!carry && !lifted) return null;
  const target = aim === null ? null : carry?.targets?.at(aim);
  return (
    <>
      <SpotsCanvas
        camera={sheetCamera.camera}
        spots={spots.all}
        aimed={aimed}
        isLegal={target?.kind === 'legal'}
        sources={sources}
      />
      {createPortal(
        <Hand
          carrier={carrier}
          camera={sheetCamera.camera}
          drawn={drawn}
          shown={shown}
          aimed={aimed[0] ?? null}
          beside={beside}
        />,
        document.body,
      )}
    </>
  );
}

/** Where a place is drawn; a slot divided among ports is drawn several times. */
function rectsOfPlace(drawn: Drawn, place: DropPlace): readonly Rect[] {
  if (place === 'sheet') return NONE;
  const boxes = drawn.scene.boxes.filter(
    (box) => box.kind === 'empty-slot' && partOfBox(box) === place,
  );
  if (boxes.length > 0) return boxes.map(({ rect }) => rect);
  const rect =
    rectOfPart(drawn, place as PartId) ?? drawn.scene.placeOf.get(place as FunctionId)?.rect;
  return rect ? [rect] : NONE;
}

/** As many are looked at, with every move of the hand. */
const MOST_BESIDE = 64;

/** The brothers of a place: what one may want to aim at next. */
function besidePlace({ tree }: Drawn, place: DropPlace | null): readonly Rect[] {
  if (place === null || place === 'sheet') return NONE;
  const above = tree.parts.get(place)?.parent ?? null;
  const siblings = above === null ? [] : (tree.parts.get(above)?.children ?? []);
  return siblings.slice(0, MOST_BESIDE).flatMap((id) => tree.parts.get(id)?.rect ?? []);
}
