import { useEffect } from 'react';
import { Sheet } from '../../src/canvas/Sheet.tsx';
import type { Drawing } from '../../src/layout/scene.ts';
import type { Machine } from '../../src/model/machine.ts';
import { peerlane } from '../../src/store/peerlane.ts';

interface Props {
  readonly machine: Machine;
  readonly drawing: Drawing;
}

/** Our sheet with this machine, as the page shows it. */
export function SheetScene({ machine, drawing }: Props) {
  useEffect(() => {
    peerlane.setState(({ view }) => ({
      view: { ...view, drawing },
      document: {
        key: 'bench',
        machine,
        origin: { source: 'bench', format: 'document', problems: [], settings: machine.settings },
        revision: 1,
        serial: 1,
        moment: 0,
        byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
        titles: new Map(machine.functions.map((fn) => [fn.id, `Device ${fn.id}`])),
      },
    }));
  }, [machine, drawing]);
  return <Sheet />;
}
