import { useMemo } from 'react';
import styles from '../chart/Chart.module.css';
import { ChartDrawing } from '../chart/ChartDrawing.tsx';
import { ChartFrame } from '../chart/ChartFrame.tsx';
import { curvesCsv } from '../chart/curvesCsv.ts';
import { FlowPick } from '../chart/FlowPick.tsx';
import { flowWords } from '../chart/flowWords.ts';
import { limitAt } from '../chart/limitAt.ts';
import { type CurvesShown, OverSizes } from '../chart/OverSizes.tsx';
import { conditionsWords } from '../chart/optionWords.ts';
import { SizeCross } from '../chart/SizeCross.tsx';
import { sizeWords } from '../chart/sizeWords.ts';
import { useSizeAt } from '../chart/useSizeAt.ts';
import { rateWords } from '../words/rateWords.ts';
import { layOutSweep } from './layOutSweep.ts';
import { sizeMarks } from './sizeMarks.ts';

/** Throughput of one flow over the size of its transfers, alone and with the others. */
export function SweepSide() {
  return <OverSizes what="Throughput over the size of transfers" Chart={Sweep} />;
}

function Sweep(shown: CurvesShown) {
  const { flows, flow, curves, isStale, words } = shown;
  const { holder, room, at, lookAt, held, now } = useSizeAt(shown);
  const { sizes, alone, withOthers } = curves;
  const others = useMemo(() => ({ marks: sizeMarks(curves), now }), [curves, now]);
  const laid = useMemo(
    () => (room.width === 0 ? null : layOutSweep(curves, { ...others, ...room })),
    [curves, others, room],
  );
  const text = sizeText(curves, at, held);
  return (
    <ChartFrame
      title={`${flowWords(flow)}, over the size of its transfers`}
      heading="Over the size of transfers"
      words={conditionsWords(words)}
      file="size sweep"
      controls={<FlowPick flows={flows} flow={flow} />}
      draw={(page) => layOutSweep(curves, { ...others, ...page }).scene}
      csv={() => curvesCsv(curves, flow.title)}
      table={{
        caption: `${flow.title} over the size of its transfers`,
        columns: ['Size', 'Alone', 'With the others', 'Lowest limit by itself'],
        rows: sizes.map((size, index) => ({
          key: String(size),
          cells: [
            sizeWords(size),
            rateWords(alone[index] ?? null),
            rateWords(withOthers[index] ?? null),
            limitAt(curves, index)?.where ?? '',
          ],
        })),
      }}
      isStale={isStale}
    >
      <div ref={holder} className={styles.holder}>
        {laid && (
          <div className={styles.picture}>
            <svg aria-hidden="true" width={laid.scene.width} height={laid.scene.height}>
              <ChartDrawing scene={laid.scene} />
              <Crosshair laid={laid} at={at} rates={[alone[at], withOthers[at]]} />
            </svg>
            <SizeCross
              plot={laid.plot}
              sizes={sizes}
              places={laid.places}
              at={at}
              label="Size of a transfer"
              text={text}
              onMove={lookAt}
            />
          </div>
        )}
        <p className={styles.readout}>{text}</p>
      </div>
    </ChartFrame>
  );
}

/** `4 KiB: 56.3 GB/s alone, 28.2 GB/s with the others; lowest limit by itself: Gen5 x16 above gpu1`. */
function sizeText(curves: CurvesShown['curves'], at: number, held: string | null): string {
  const limit = limitAt(curves, at)?.where ?? null;
  const rates = [
    `${rateWords(curves.alone[at] ?? null)} alone`,
    `${rateWords(curves.withOthers[at] ?? null)} with the others`,
  ];
  const parts = [
    `${sizeWords(curves.sizes[at] ?? 0)}: ${rates.join(', ')}`,
    ...(limit === null ? [] : [`lowest limit by itself: ${limit}`]),
    ...(held === null || held === limit ? [] : [`held back now by ${held}`]),
  ];
  return parts.join('; ');
}

interface CrosshairProps {
  readonly laid: ReturnType<typeof layOutSweep>;
  readonly at: number;
  /** Alone, and with the others. */
  readonly rates: readonly [number | undefined, number | undefined];
}

function Crosshair({
  laid: { plot, places, heightOf },
  at,
  rates: [alone, others],
}: CrosshairProps) {
  const x = places[at];
  if (x === undefined) return null;
  return (
    <g>
      <path className={styles.hair} d={`M${x},${plot.y}V${plot.y + plot.height}`} />
      {alone !== undefined && <circle className={styles.dot} cx={x} cy={heightOf(alone)} r={4} />}
      {others !== undefined && (
        <circle className={styles.dot} data-kind="others" cx={x} cy={heightOf(others)} r={4} />
      )}
    </g>
  );
}
