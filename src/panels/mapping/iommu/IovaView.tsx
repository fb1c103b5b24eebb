import { useId, useMemo, useState } from 'react';
import { USUAL_IOVA_SETUP } from '../../../engine/dma/iova/iovaSetup.ts';
import type { IovaOperation } from '../../../engine/dma/iova/simulateIova.ts';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import {
  type IovaRow,
  iovaRows,
  layOutIovaSpace,
  type ShownPlace,
  sizeWords,
} from '../../../layout/iommu/layOutIovaSpace.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { canExportMapping } from '../picture/mappingExports.ts';
import { pageTheme } from '../picture/pageTheme.ts';
import { saveIovaSpace } from '../picture/saveMapping.ts';
import { IommuDrawing } from './IommuDrawing.tsx';
import styles from './IommuView.module.css';
import { IovaEvents } from './IovaEvents.tsx';
import { setupWords } from './iovaWords.ts';
import {
  FIRST_SIZES,
  MOST_OPERATIONS,
  playUpTo,
  readSizes,
  stillMapped,
  withMaps,
} from './iovaWork.ts';

const MOST_ROWS = 40;
const WAIT_MS = 10;

/** A workbench for the allocator of the client's domain: map, unmap, let time pass, and see the space. */
export function IovaView({ report }: { readonly report: MappingReport }) {
  const { device, iommu } = report;
  const setup = iommu?.setup ?? USUAL_IOVA_SETUP;
  const limit = Math.min(device.mask, device.busLimit ?? Number.POSITIVE_INFINITY);
  const canExport = usePeerlane(canExportMapping);
  const why = useId();
  const [sizes, setSizes] = useState(FIRST_SIZES);
  const [said, setSaid] = useState<string | null>(null);
  const [operations, setOperations] = useState<readonly IovaOperation[]>(() =>
    mapsOf(FIRST_SIZES, limit),
  );
  /** How many operations the picture shows; `null`: all of them. */
  const [shown, setShown] = useState<number | null>(null);
  const count = Math.min(shown ?? operations.length, operations.length);
  const all = useMemo(() => playUpTo(operations, operations.length, setup), [operations, setup]);
  const upTo = useMemo(() => playUpTo(operations, count, setup), [operations, count, setup]);
  const mapped = stillMapped(all);
  const scene = useMemo(
    () => layOutIovaSpace(spaceRows(upTo.places, setup.apertureEnd + 1), MOST_ROWS),
    [upTo, setup],
  );

  const replace = (next: readonly IovaOperation[]) => {
    setOperations(next);
    setShown(null);
    setSaid(null);
  };
  const add = (operation: IovaOperation) => {
    if (operations.length < MOST_OPERATIONS) replace([...operations, operation]);
    else setSaid(`${MOST_OPERATIONS} operations are the most: begin anew.`);
  };
  const map = () => {
    const read = readSizes(sizes);
    if (!read.ok) {
      setSaid(read.why);
      return;
    }
    const next = withMaps(operations, read.sizes, limit);
    if (next) replace(next);
    else setSaid(`${MOST_OPERATIONS} operations are the most: begin anew.`);
  };
  const { taken, cached, waiting } = upTo.events.at(-1)?.bytes ?? NONE;
  const words = `After ${count} operations: mapped ${bytes(taken)}, kept at hand ${bytes(cached)}, waiting for the flush ${bytes(waiting)}.`;
  return (
    <div className={styles.view}>
      <p className={styles.words}>
        {iommu?.setup
          ? 'The allocator of this device’s domain, empty as after boot. '
          : 'Nothing translates for this device now. What is tried here is a domain of VT-d with 48 bits. '}
        {setupWords(setup)}
      </p>
      <form
        className={styles.work}
        onSubmit={(event) => {
          event.preventDefault();
          map();
        }}
      >
        <label>
          Sizes
          <input
            type="text"
            value={sizes}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={said !== null}
            aria-describedby={why}
            onChange={({ target }) => setSizes(target.value)}
          />
        </label>
        <button type="submit">Map</button>
        <button
          type="button"
          aria-disabled={mapped.length === 0}
          onClick={() => {
            const which = mapped.at(-1);
            if (which !== undefined) add({ kind: 'unmap', which });
          }}
        >
          Unmap the last
        </button>
        <button type="button" onClick={() => add({ kind: 'wait', ms: WAIT_MS })}>
          Wait {WAIT_MS} ms
        </button>
        <button type="button" onClick={() => replace([])}>
          Begin anew
        </button>
      </form>
      <p id={why} role="status" className={styles.why} data-plain={said === null || undefined}>
        {said ??
          `Mapped ${bytes(taken)}, kept at hand ${bytes(cached)}, waiting for the flush ${bytes(waiting)}.`}
      </p>
      <div className={styles.columns}>
        <IovaEvents
          events={all.events}
          shown={count}
          setup={setup}
          mapped={mapped}
          onUnmap={(which) => add({ kind: 'unmap', which })}
        />
        <div>
          {operations.length > 0 && (
            <label className={styles.slider}>
              After
              <input
                type="range"
                min={0}
                max={operations.length}
                value={count}
                aria-valuetext={`${count} of ${operations.length} operations`}
                onChange={({ target }) => setShown(Number(target.value))}
              />
              {count} of {operations.length}
            </label>
          )}
          <IommuDrawing scene={scene} label={`The space of addresses. ${words}`} />
          <div className={styles.buttons}>
            <button
              type="button"
              className="small"
              disabled={!canExport}
              onClick={() => saveIovaSpace(peerlane.getState(), pageTheme(), { scene, words })}
            >
              Save as SVG
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}

const NONE = { taken: 0, cached: 0, waiting: 0 };

/** Each range by itself, or, where those are too many, joined to what it touches. */
function spaceRows(places: readonly ShownPlace[], end: number): readonly IovaRow[] {
  const rows = iovaRows(places, end);
  return rows.length > MOST_ROWS ? iovaRows(places, end, true) : rows;
}

function bytes(count: number): string {
  return count === 0 ? '0' : sizeWords(count);
}

function mapsOf(text: string, limit: number): readonly IovaOperation[] {
  const read = readSizes(text);
  return (read.ok ? withMaps([], read.sizes, limit) : null) ?? [];
}
