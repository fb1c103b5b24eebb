import { useCallback } from 'react';
import type { FunctionId } from '../../../model/ids.ts';
import { partNamed } from '../../../store/partNamed.ts';
import { usePeerlane } from '../../../store/peerlane.ts';

/** What parts of the open document are called. */
export function useNameOf(): (id: string) => string {
  const machine = usePeerlane((state) => state.document?.machine);
  return useCallback(
    (id: string) => (machine ? partNamed(machine, id as FunctionId) : id),
    [machine],
  );
}
