import { useEffect } from 'react';
import { Sheet } from '../../src/canvas/Sheet.tsx';
import type { Machine } from '../../src/model/machine.ts';
import { peerlane } from '../../src/store/peerlane.ts';

/** Our sheet with this machine, as the page shows it. */
export function SheetScene({ machine }: { readonly machine: Machine }) {
  useEffect(() => {
    peerlane.setState({
      document: {
        key: 'bench',
        machine,
        origin: { source: 'bench', format: 'document', problems: [], settings: machine.settings },
        revision: 1,
        serial: 1,
        byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
        titles: new Map(machine.functions.map((fn) => [fn.id, `Device ${fn.id}`])),
      },
    });
  }, [machine]);
  return <Sheet />;
}
