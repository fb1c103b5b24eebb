import { useMemo, useState } from 'react';
import { documentAsRun } from '../../store/machineAsRun.ts';
import { usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { pageArrangements } from './Arrangements.ts';
import { createDrawer, type Drawn } from './drawn.ts';

export interface DrawnDocument {
  readonly document: OpenDocument;
  readonly drawn: Drawn;
}

/** The open document as it runs and its drawing, made anew when the machine, its names or the view change. */
export function useDrawn(): DrawnDocument | null {
  const document = usePeerlane(documentAsRun);
  const { drawing, direction, isStacked } = usePeerlaneShallow(({ view }) => ({
    drawing: view.drawing,
    direction: view.direction,
    isStacked: view.isStacked,
  }));
  const [draw] = useState(() => createDrawer(pageArrangements));
  const tidied = usePeerlane((state) => state.tidied);
  const machine = document?.machine;
  const byId = document?.byId;
  const titles = document?.titles;
  const serial = document?.serial;
  const moment = document?.moment;
  const drawn = useMemo(
    () =>
      machine && byId && titles && serial !== undefined && moment !== undefined
        ? draw({ machine, byId, titles, serial, moment }, { drawing, direction, isStacked }, tidied)
        : null,
    [draw, machine, byId, titles, serial, moment, drawing, direction, isStacked, tidied],
  );
  return useMemo(() => (document && drawn ? { document, drawn } : null), [document, drawn]);
}
