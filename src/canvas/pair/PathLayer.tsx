import { PathLines } from './PathLines.tsx';
import type { PairLook } from './pairLook.ts';
import { pathLook } from './pathLook.ts';
import type { PairDrawing } from './usePairDrawing.ts';

interface Props {
  readonly look: PairLook;
  readonly drawing: PairDrawing;
}

/** The way of the chosen pair, over the boxes and under their texts. */
export function PathLayer({ look, drawing }: Props) {
  const { route, stations } = drawing;
  if (!route || look.kind !== 'both') return null;
  return <PathLines route={route} look={pathLook(look)} stations={stations} />;
}
