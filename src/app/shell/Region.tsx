import type { ReactNode } from 'react';
import { CrashBoundary } from '../../parts/CrashBoundary.tsx';
import { usePeerlane } from '../../store/peerlane.ts';

interface Props {
  /** "the matrix" */
  readonly name: string;
  readonly children: ReactNode;
}

/** A part of the page whose mistakes stay its own. */
export function Region({ name, children }: Props) {
  const actions = usePeerlane((state) => state.actions);
  const canUndo = usePeerlane((state) => state.undoable.length > 0);
  // A document that cannot be drawn from the start must not lock anybody out.
  const wayOut = canUndo
    ? { title: 'Undo the last step', run: actions.undo }
    : { title: 'Open the example instead', run: () => actions.openExample() };
  return (
    <CrashBoundary name={name} onDownload={() => void actions.saveFile()} wayOut={wayOut}>
      {children}
    </CrashBoundary>
  );
}
