import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Rect } from '../../../layout/scene.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { rectToScreen, toScreen } from '../../camera/camera.ts';
import type { SheetCamera } from '../../camera/useSheetCamera.ts';
import { Bubble } from '../../carry/Bubble.tsx';
import type { Drawn } from '../../state/drawn.ts';
import { rectOfPart } from '../../state/rectOfPart.ts';
import styles from './draw.module.css';
import type { FlowDrawer, FlowHand } from './FlowDrawer.ts';
import { flowHandle, HANDLE, isHandleShown } from './flowHandle.ts';
import { flowLine } from './flowLine.ts';
import { flowWords } from './flowWords.ts';
import { legalEnds } from './legalEnds.ts';

interface Props {
  readonly drawer: FlowDrawer;
  readonly sheetCamera: SheetCamera;
  readonly drawn: Drawn;
  readonly document: OpenDocument;
}

const ARROW = 'M-4.5 0H4M0.5 -3.5L4 0L0.5 3.5';

/** A flow that is being drawn, and the handle from which one can be. */
export function FlowDrawLayer({ drawer, sheetCamera: { camera }, drawn, document }: Props) {
  const shown = useSyncExternalStore(drawer.subscribe, drawer.shown);
  const drawing = usePeerlane((state) => state.flowDrawing);
  const isDrawing = drawing !== null;
  const { handle, from, over, meant } = shown;
  const ends = useMemo(
    () => (isDrawing ? legalEnds(drawn, document) : ''),
    [isDrawing, drawn, document],
  );
  const words = drawing && flowWords(drawing, shown);
  const aimed = over && isDrawing ? rectOfPart(drawn, over.part) : null;
  const look = over?.kind === 'none' || meant?.kind === 'none' ? 'refused' : 'legal';
  const scene = useRef<SVGGElement>(null);
  const knob = useRef<SVGGElement>(null);
  const line = useRef<SVGPathElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const place = handle === null ? null : flowHandle(drawn, handle);
  const isFree = drawing !== null && drawing.from === null;
  useLayoutEffect(() => {
    let hand: FlowHand = null;
    const size = {
      width: bubble.current?.offsetWidth ?? 0,
      height: bubble.current?.offsetHeight ?? 0,
    };
    const put = () => {
      const view = camera.camera;
      scene.current?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`);
      if (knob.current && place) {
        const { x, y } = toScreen(view, place);
        knob.current.style.display = isHandleShown(view) ? '' : 'none';
        knob.current.setAttribute('transform', `translate(${x} ${y})`);
      }
      const screen = (rect: Rect | null) => rect && rectToScreen(view, rect);
      const target = screen(aimed);
      const isOnTarget = target !== null && look === 'legal';
      line.current?.setAttribute('d', flowLine(screen(from), isOnTarget ? target : null, hand));
      const by =
        hand ?? (target && { x: target.x + target.width / 2, y: target.y + target.height });
      if (bubble.current) {
        const at = isFree || !by ? { x: camera.size.width / 2 - size.width / 2 - 16, y: -8 } : by;
        bubble.current.style.transform = bubbleAt(at, size, camera.size);
      }
    };
    const stop = drawer.follow((next) => {
      hand = next;
      put();
    });
    const stopCamera = camera.subscribe(put);
    return () => {
      stop();
      stopCamera();
    };
  });
  if (!isDrawing && !place) return null;
  return (
    <div className={styles.drawing}>
      <svg className={styles.lines} aria-hidden="true">
        {isDrawing && (
          <g ref={scene}>
            <path className={styles.ends} d={ends} />
            {from && <rect className={styles.from} {...from} rx={3} />}
            {aimed && <rect className={styles.aimed} data-look={look} {...aimed} rx={3} />}
          </g>
        )}
        {isDrawing && (
          <path ref={line} className={styles.line} data-back={drawing.isBack || undefined} />
        )}
        {place && (
          <g ref={knob} className={styles.handle}>
            <circle r={HANDLE} />
            <path d={ARROW} />
          </g>
        )}
      </svg>
      {words && <Bubble ref={bubble} words={words} />}
    </div>
  );
}

/** Beside the hand and wholly on the sheet. */
function bubbleAt(
  { x, y }: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  sheet: { readonly width: number; readonly height: number },
): string {
  const left = Math.max(8, Math.min(x + 16, sheet.width - size.width - 8));
  const below = y + 20;
  const top = below + size.height > sheet.height - 8 ? y - size.height - 12 : below;
  return `translate(${Math.round(left)}px, ${Math.round(Math.max(8, top))}px)`;
}
