import { useMemo, useRef, useState } from 'react';
import type { ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { Term } from '../../../parts/Term.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import { useWidth } from '../../addresses/useWidth.ts';
import styles from '../chart/Chart.module.css';
import { ChartDrawing } from '../chart/ChartDrawing.tsx';
import { ChartFrame } from '../chart/ChartFrame.tsx';
import { NoChart } from '../chart/NoChart.tsx';
import { conditionsWords } from '../chart/optionWords.ts';
import { useThroughput } from '../chart/useThroughput.ts';
import { rateWords } from '../words/rateWords.ts';
import { BarStops } from './BarStops.tsx';
import own from './LinksSide.module.css';
import { layOutLinks } from './layOutLinks.ts';
import { LINK_PARTS, PART_WORDS, percentWords } from './linkParts.ts';
import { type LinkOrder, linkRows } from './linkRows.ts';
import { linksCsv } from './linksCsv.ts';
import { linkRowWords, rateName } from './linkWords.ts';

/** More are drawn when they are asked for. */
const MOST_ROWS = 120;

/** What every link carries, both ways: payload, headers, DLLPs, SKP, and what is left. */
export function LinksSide() {
  const { report, isStale } = useThroughput();
  if (!report || report.links.length === 0) return <NoChart what="What every link carries" />;
  return <Links report={report} isStale={isStale} />;
}

function Links({
  report,
  isStale,
}: {
  readonly report: ThroughputReport;
  readonly isStale: boolean;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const [order, setOrder] = useState<LinkOrder>('use');
  const [isUsedOnly, setUsedOnly] = useState(true);
  const [isAll, setAll] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const meant = usePeerlane((state) => state.link);
  const { lookAtFlows, meanLink } = usePeerlane((state) => state.actions);
  const { links, flows, options } = report;
  const all = useMemo(() => linkRows(links, { order, isUsedOnly }), [links, order, isUsedOnly]);
  const rows = useMemo(() => (isAll ? all : all.slice(0, MOST_ROWS)), [all, isAll]);
  const efficiency = options.linkEfficiency;
  const laid = useMemo(
    () => (width === 0 ? null : layOutLinks(rows, { width, efficiency })),
    [rows, width, efficiency],
  );
  const titles = useMemo(() => new Map(flows.map(({ id, title }) => [id, title])), [flows]);
  const words = useMemo(
    () => rows.map((row) => linkRowWords(row, (id) => titles.get(id) ?? id)),
    [rows, titles],
  );
  const point = (at: number | null) => {
    setPointed(at);
    const link = at === null ? null : (rows[at]?.link ?? null);
    lookAtFlows({ link });
  };
  const unused = links.length - new Set(all.map(({ link }) => link)).size;
  return (
    <ChartFrame
      title="What links carry"
      words={conditionsWords(report)}
      file="link use"
      controls={
        <>
          <label>
            Order{' '}
            <select
              value={order}
              onChange={({ target }) => setOrder(target.value === 'place' ? 'place' : 'use')}
            >
              <option value="use">the fullest first</option>
              <option value="place">as in the machine</option>
            </select>
          </label>
          <label className={own.check}>
            <input
              type="checkbox"
              checked={isUsedOnly}
              onChange={({ target }) => setUsedOnly(target.checked)}
            />
            Used links only{unused > 0 && isUsedOnly ? ` (${unused} carry nothing)` : ''}
          </label>
        </>
      }
      draw={(page) => layOutLinks(rows, { width: page.width, efficiency }).scene}
      csv={() => linksCsv(links)}
      table={{
        caption: 'What links carry',
        columns: [
          'Link',
          'Way',
          'Rate',
          'Payload',
          'Of what can be filled',
          'Wanted',
          ...LINK_PARTS.map((part) => PART_WORDS[part]),
        ],
        rows: all.map((row) => ({
          key: `${row.link} ${row.direction}`,
          cells: [
            row.report.title,
            row.direction,
            rateName(row),
            rateWords(row.use.bytesPerSecond),
            percentWords(row.use.utilisation),
            percentWords(row.use.demand),
            ...LINK_PARTS.map((part) => percentWords(row.use[part])),
          ],
        })),
      }}
      isStale={isStale}
    >
      <div ref={holder} className={styles.holder}>
        {rows.length === 0 && <p className={styles.nothing}>No flow crosses a link.</p>}
        {laid && rows.length > 0 && (
          <div className={styles.picture}>
            <svg aria-hidden="true" width={laid.scene.width} height={laid.scene.height}>
              <ChartDrawing scene={laid.scene} />
            </svg>
            <BarStops
              label="Links, both ways each"
              stops={rows.map((row, at) => ({
                key: `${row.link} ${row.direction}`,
                rect: laid.rows[at] ?? { x: 0, y: 0, width: 0, height: 0 },
                label: words[at] ?? '',
                isChosen: row.report.lower === meant,
              }))}
              onPoint={point}
              onChoose={(at) => {
                const row = rows[at];
                if (!row) return;
                setPointed(at);
                meanLink(row.report.lower);
              }}
            />
          </div>
        )}
        {rows.length < all.length && (
          <button type="button" className={`small ${own.more}`} onClick={() => setAll(true)}>
            Show all {all.length / 2} links
          </button>
        )}
        {rows.length > 0 && (
          <p className={styles.readout}>
            {(pointed === null ? null : words[pointed]) ?? (
              <small>
                Point at a bar for its figures; press it to select the link. What is{' '}
                <Term id="dllp">DLLP</Term>, <Term id="skp">SKP</Term>,{' '}
                <Term id="oversubscription">wanted</Term>?
              </small>
            )}
          </p>
        )}
      </div>
    </ChartFrame>
  );
}
