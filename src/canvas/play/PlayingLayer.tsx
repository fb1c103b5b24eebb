import { type RefObject, useRef } from 'react';
import type { Rect } from '../../layout/scene.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { PaletteProbe } from '../overview/PaletteProbe.tsx';
import { usePalette } from '../overview/usePalette.ts';
import type { Drawn } from '../state/drawn.ts';
import { PlayCanvas } from './PlayCanvas.tsx';
import { PlayLabel } from './PlayLabel.tsx';
import { playKey } from './playKey.ts';
import { type Played, usePlayed } from './usePlayed.ts';
import { usePlayInView } from './usePlayInView.ts';
import { usePlayTold } from './usePlayTold.ts';

export interface PlayProps {
  readonly surface: RefObject<HTMLElement | null>;
  readonly sheetCamera: SheetCamera;
  readonly document: OpenDocument;
  readonly drawn: Drawn;
  /** The way of the pair as it is drawn. */
  readonly lit: readonly Rect[];
}

/** A request on its way, over everything that is drawn. Fetched with the first that is played. */
export function PlayingLayer({ surface, sheetCamera, document, drawn, lit }: PlayProps) {
  const played = usePlayed(document, drawn);
  usePlayInView(surface, sheetCamera, played, lit);
  usePlayTold(played, document);
  return played && <Playing sheetCamera={sheetCamera} document={document} played={played} />;
}

interface PlayingProps extends Pick<PlayProps, 'sheetCamera' | 'document'> {
  readonly played: Played;
}

function Playing({ sheetCamera, document, played }: PlayingProps) {
  const { camera } = sheetCamera;
  const probe = useRef<SVGSVGElement>(null);
  const palette = usePalette(probe);
  return (
    <>
      <PaletteProbe probe={probe} />
      {palette && (
        <PlayCanvas key={playKey(played.play)} camera={camera} palette={palette} played={played} />
      )}
      <PlayLabel camera={camera} document={document} played={played} />
    </>
  );
}
