import type { ReactNode } from 'react';
import { CrashBoundary } from '../../parts/CrashBoundary.tsx';
import { peerlane } from '../../store/peerlane.ts';

interface Props {
  /** "the matrix" */
  readonly name: string;
  readonly children: ReactNode;
}

/** A part of the page whose mistakes stay its own. */
export function Region({ name, children }: Props) {
  return (
    <CrashBoundary name={name} onDownload={() => void peerlane.getState().actions.saveFile()}>
      {children}
    </CrashBoundary>
  );
}
