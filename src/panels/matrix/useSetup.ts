import { useCallback, useSyncExternalStore } from 'react';
import { type MatrixSetup, SetupKeeper } from './setup.ts';

const keeper = new SetupKeeper();

/** The matrix' setup for a document, and how to change it. */
export function useSetup(
  serial: number,
): readonly [MatrixSetup, (change: Partial<MatrixSetup>) => void] {
  const setup = useSyncExternalStore(keeper.subscribe, () => keeper.of(serial));
  const change = useCallback(
    (change: Partial<MatrixSetup>) => keeper.change(serial, change),
    [serial],
  );
  return [setup, change];
}
