import { type RefObject, useEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfLink } from '../state/rectOfLink.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { NameField } from './NameField.tsx';
import { NoteField } from './NoteField.tsx';

export interface WriteProps {
  readonly surface: RefObject<HTMLElement | null>;
  readonly sheetCamera: SheetCamera;
  readonly document: OpenDocument;
  readonly drawn: Drawn;
}

/** A name or a note being written where the part is. */
export function WritingLayer({ surface, sheetCamera, document, drawn }: WriteProps) {
  const { camera, pilot } = sheetCamera;
  const renaming = usePeerlane((state) => state.renaming);
  const noting = usePeerlane((state) => state.noting);
  const linked = noting !== null && typeof noting === 'object' ? noting.link : null;
  const part = renaming ?? linked ?? (noting === 'machine' ? null : (noting as PartId | null));
  const beside = linked === null ? null : rectOfLink(drawn, linked);
  const rect = beside ?? (part === null ? null : rectOfPart(drawn, part));
  const latest = useRef(rect);
  latest.current = rect;
  // Once for a part: whoever pans away from it meanwhile means to.
  useEffect(() => {
    if (part !== null && latest.current) pilot.reveal(latest.current);
  }, [part, pilot]);
  const focusSheet = () => surface.current?.focus({ preventScroll: true });
  const shared = { camera, machine: document.machine, rect, focusSheet };
  if (renaming !== null) return <NameField key={renaming} part={renaming} {...shared} />;
  if (noting !== null) {
    return <NoteField key={linked ? `link ${linked}` : part} about={noting} {...shared} />;
  }
  return null;
}
