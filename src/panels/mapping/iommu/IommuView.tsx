import { useMemo, useRef } from 'react';
import type { IommuPicture, MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { sizeWords } from '../../../layout/iommu/layOutIovaSpace.ts';
import { layOutPageTable, leftOutWords } from '../../../layout/iommu/layOutPageTable.ts';
import { layOutUnmapWindow } from '../../../layout/iommu/layOutUnmapWindow.ts';
import { counted, lengthWords } from '../../../layout/mapping/mappingWords.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { useWidth } from '../../addresses/useWidth.ts';
import { canExportMapping } from '../picture/mappingExports.ts';
import { pageTheme } from '../picture/pageTheme.ts';
import { savePageTable } from '../picture/saveMapping.ts';
import { useNameOf } from '../picture/useNameOf.ts';
import { IommuDrawing } from './IommuDrawing.tsx';
import styles from './IommuView.module.css';
import { leadsTo, type PagesAsked } from './leadsTo.ts';
import { pageTableShown } from './pageTableShown.ts';
import { RunTable } from './RunTable.tsx';

/** The IOMMU's table for a list: levels, pages, where they lead, and what is left after unmapping. */
export function IommuView({ report }: { readonly report: MappingReport }) {
  const { iommu } = report;
  const canExport = usePeerlane(canExportMapping);
  if (iommu === null) {
    return (
      <div className={styles.view}>
        <p className={styles.words}>
          No IOMMU has a part in this mapping: there is no page table, and an address is one of the
          bus or of the CPU.
        </p>
      </div>
    );
  }
  return (
    <div className={styles.view}>
      {iommu.runs.length > 0 ? (
        <Pages report={report} iommu={iommu} />
      ) : (
        <p className={styles.words}>
          The IOMMU translates for this device, but no entry is in its table.
        </p>
      )}
      <section className={styles.after}>
        <h3>After unmapping</h3>
        {iommu.runs.length > 0 && (
          <IommuDrawing
            scene={layOutUnmapWindow(iommu.afterUnmap.windowMs)}
            label={
              iommu.afterUnmap.windowMs > 0
                ? `Mapped: reaches. For at most ${iommu.afterUnmap.windowMs} ms after unmapping: may still reach. Then: faults.`
                : 'Mapped: reaches. Unmapped: faults.'
            }
          />
        )}
        <p>{iommu.afterUnmap.text}</p>
        {iommu.afterUnmap.fault && iommu.runs.length > 0 && (
          <p>A request after that: {iommu.afterUnmap.fault}</p>
        )}
      </section>
      {iommu.runs.length > 0 && (
        <div className={styles.buttons}>
          <button
            type="button"
            className="small"
            disabled={!canExport}
            onClick={() => savePageTable(peerlane.getState(), pageTheme())}
          >
            Save as SVG
          </button>
        </div>
      )}
    </div>
  );
}

const grouped = (count: number) => count.toLocaleString('en');

interface PagesProps {
  readonly report: MappingReport;
  readonly iommu: IommuPicture;
}

function Pages({ report, iommu }: PagesProps) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const nameOf = useNameOf();
  const shown = useMemo(() => pageTableShown(iommu), [iommu]);
  const leads = useMemo(() => {
    return (run: PagesAsked) => leadsTo(run, report, nameOf);
  }, [report, nameOf]);
  const scene = useMemo(
    () =>
      shown.drawn && width > 0
        ? layOutPageTable(shown.drawn, {
            width,
            leadsTo: leads,
            leftOut: leftOutWords(shown.leftOut),
          })
        : null,
    [shown, width, leads],
  );
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>IOTLB entries</dt>
          <dd>
            <strong>{grouped(iommu.iotlbEntries)}</strong>
            {shown.smallest !== iommu.iotlbEntries &&
              ` (${grouped(shown.smallest)} with 4 KiB alone)`}
          </dd>
        </div>
        <div>
          <dt>Pages</dt>
          <dd>
            {shown.sizes
              .map(({ size, pages }) => `${grouped(pages)} × ${lengthWords(size)}`)
              .join(', ')}
          </dd>
        </div>
        <div>
          <dt>Tables of four levels</dt>
          <dd>
            {grouped(shown.tables)}, together {sizeWords(shown.tables * 4096)}
          </dd>
        </div>
        <div>
          <dt>Programmed by</dt>
          <dd>{counted(report.mapping.maps.length, 'call', 'calls')} of iommu_map()</dd>
        </div>
        {iommu.driverCalls !== undefined && (
          <div>
            <dt>Calls into the IOMMU’s driver</dt>
            <dd>
              {grouped(iommu.driverCalls)} for {counted(iommu.iotlbEntries, 'page', 'pages')}
            </dd>
          </div>
        )}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys as well */}
      <section ref={holder} className={styles.picture} tabIndex={0} aria-label="Page table">
        {scene && (
          <IommuDrawing
            scene={scene}
            label={`Page table of ${counted(iommu.iotlbEntries, 'page', 'pages')}: the same follows as a table`}
          />
        )}
      </section>
      <RunTable runs={iommu.runs} leadsTo={leads} />
    </>
  );
}
