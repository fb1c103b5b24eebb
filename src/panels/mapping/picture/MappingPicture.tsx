import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { layOutMapping } from '../../../layout/mapping/layOutMapping.ts';
import type { MappingBox } from '../../../layout/mapping/mappingScene.ts';
import { useWidth } from '../../addresses/useWidth.ts';
import { MappingDrawing } from './MappingDrawing.tsx';
import styles from './MappingPicture.module.css';
import { MappingTable } from './MappingTable.tsx';
import { NOTHING_POINTED, type Pointed } from './pointed.ts';
import { useNameOf } from './useNameOf.ts';
import { boxAfterKey, walkable } from './walkPicture.ts';

interface Props {
  readonly report: MappingReport;
  /** How far the algorithm has come; `null`: all of it. */
  readonly step: number | null;
  readonly output: number | null;
  readonly entry: number | null;
  readonly onPoint: (pointed: Pointed) => void;
  /** What is heard of the picture as a whole. */
  readonly title?: string;
}

/**
 * A mapped list in three columns: by CPU address, in the IOVA space, on the wire. One stop of the Tab
 * key; arrows go along entries and outputs and across, and what they reach lights up its way.
 */
export function MappingPicture({ report, step, output, entry, onPoint, title }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const nameOf = useNameOf();
  const scene = useMemo(
    () => (width === 0 ? null : layOutMapping(report, { width: width - 2, step, nameOf })),
    [report, width, step, nameOf],
  );
  const boxes = useMemo(() => (scene ? walkable(scene) : []), [scene]);
  const [active, setActive] = useState<string | null>(null);
  const stop = boxes.find(({ key }) => key === active) ?? boxes[0];
  const pointed = { output, entry };

  const point = (box: MappingBox | null) => {
    const next = box === null ? NOTHING_POINTED : pointedBy(box);
    if (next.output !== output || next.entry !== entry) onPoint(next);
  };
  const boxUnder = (target: EventTarget) => {
    const key = target instanceof Element ? target.closest('[data-box]') : null;
    return boxes.find((box) => box.key === key?.getAttribute('data-box')) ?? null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !stop) return;
    if (event.key === 'Escape' && (output !== null || entry !== null)) {
      event.stopPropagation();
      point(null);
      return;
    }
    const next = boxAfterKey(boxes, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(next.key);
    point(next);
    holder.current?.querySelector<HTMLElement>(`[data-box="${next.key}"]`)?.focus();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const box = boxUnder(event.target);
    if (box) point(box);
  };
  return (
    <div ref={holder} className={styles.holder}>
      {scene && (
        <>
          <div className={styles.picture} style={{ width: scene.width, height: scene.height }}>
            <svg
              aria-hidden="true"
              width={scene.width}
              height={scene.height}
              viewBox={`0 0 ${scene.width} ${scene.height}`}
            >
              <MappingDrawing scene={scene} pointed={pointed} />
            </svg>
            <div
              role="listbox"
              tabIndex={-1}
              aria-label={title ?? 'Entries and what goes out on the wire'}
              className={styles.stops}
              onKeyDown={onKeyDown}
              onPointerMove={onPointerMove}
              onPointerLeave={() => point(null)}
              onClick={({ target }) => point(boxUnder(target))}
              onFocus={({ target }) => {
                const box = boxUnder(target);
                if (!box) return;
                setActive(box.key);
                point(box);
              }}
            >
              {boxes.map((box) => (
                <div
                  key={box.key}
                  role="option"
                  aria-label={box.label}
                  aria-selected={box === stop && (output !== null || entry !== null)}
                  tabIndex={box === stop ? 0 : -1}
                  data-box={box.key}
                  className={styles.stop}
                  style={{
                    left: box.rect.x,
                    top: box.rect.y,
                    width: box.rect.width,
                    height: box.rect.height,
                  }}
                />
              ))}
            </div>
          </div>
          <MappingTable report={report} nameOf={nameOf} />
        </>
      )}
    </div>
  );
}

function pointedBy({ kind, about }: MappingBox): Pointed {
  if (kind === 'output') return { output: about.output, entry: null };
  return { output: about.output, entry: about.count > 0 ? about.first : null };
}
