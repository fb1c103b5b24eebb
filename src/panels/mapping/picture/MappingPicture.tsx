import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { layOutMapping } from '../../../layout/mapping/layOutMapping.ts';
import type { MappingBox } from '../../../layout/mapping/mappingScene.ts';
import { useWidth } from '../../addresses/useWidth.ts';
import { MappingDrawing } from './MappingDrawing.tsx';
import styles from './MappingPicture.module.css';
import { MappingTable } from './MappingTable.tsx';
import { pictureScale } from './pictureScale.ts';
import { NOTHING_POINTED, type Pointed } from './pointed.ts';
import { useHeightAround } from './useHeightAround.ts';
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
  /** For several in a row: as narrow as this, where there is no more room. */
  readonly least?: number;
  /** It is drawn larger where there is room, all but so many pixels of the panel’s height; absent: it is not. */
  readonly beside?: number;
}

/**
 * A mapped list in three columns: by CPU address, in the IOVA space, on the wire. One stop of the Tab
 * key; arrows go along entries and outputs and across, and what they reach lights up its way.
 */
export function MappingPicture({
  report,
  step,
  output,
  entry,
  onPoint,
  title,
  least,
  beside,
}: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const nameOf = useNameOf();
  const height = useHeightAround(holder);
  const { scene, scale } = useMemo(() => {
    if (width === 0) return { scene: null, scale: 1 };
    const drawn = (by: number) =>
      layOutMapping(report, {
        width: (width - 2) / by,
        step,
        nameOf,
        ...(least !== undefined && { least }),
      });
    const plain = drawn(1);
    const larger =
      beside === undefined
        ? 1
        : pictureScale({ width: width - 2, height: height - beside }, plain.height);
    return { scene: larger === 1 ? plain : drawn(larger), scale: larger };
  }, [report, width, height, step, nameOf, least, beside]);
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
          <div
            className={styles.picture}
            style={{ width: scene.width * scale, height: scene.height * scale }}
          >
            <svg
              aria-hidden="true"
              width={scene.width * scale}
              height={scene.height * scale}
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
                    left: box.rect.x * scale,
                    top: box.rect.y * scale,
                    width: box.rect.width * scale,
                    height: box.rect.height * scale,
                  }}
                />
              ))}
            </div>
          </div>
          {step === null && <MappingTable report={report} nameOf={nameOf} />}
        </>
      )}
    </div>
  );
}

function pointedBy({ kind, about }: MappingBox): Pointed {
  if (kind === 'output') return { output: about.output, entry: null };
  return { output: about.output, entry: about.count > 0 ? about.first : null };
}
