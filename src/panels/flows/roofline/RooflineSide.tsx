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
import { hasLetters, layOutRoofline, roofLetter } from './layOutRoofline.ts';
import { envelope as envelopeOf, roofs as roofsOf } from './roofs.ts';

/** More lines than these are not told apart; the table has all. */
const MOST_ROOFS = 9;

/** All limits of one flow over the size of its transfers: the lowest binds. */
export function RooflineSide() {
  return <OverSizes what="What limits a flow, over the size of its transfers," Chart={Roofline} />;
}

function Roofline(shown: CurvesShown) {
  const { flows, flow, curves, isStale, words } = shown;
  const { holder, room, at, lookAt, held, now } = useSizeAt(shown);
  const { sizes, withOthers } = curves;
  const all = useMemo(() => roofsOf(curves), [curves]);
  const roofs = useMemo(() => all.slice(0, MOST_ROOFS), [all]);
  const envelope = useMemo(() => envelopeOf(curves), [curves]);
  const shared = useMemo(
    () => ({ sizes, envelope, withOthers, now }),
    [sizes, envelope, withOthers, now],
  );
  const laid = useMemo(
    () => (room.width === 0 ? null : layOutRoofline(roofs, { ...shared, ...room })),
    [roofs, shared, room],
  );
  const text = limitText(curves, at, held);
  const x = laid?.places[at];
  return (
    <ChartFrame
      title={`What limits ${flowWords(flow)}`}
      heading="What limits it"
      words={conditionsWords(words)}
      file="roofline"
      controls={<FlowPick flows={flows} flow={flow} />}
      draw={(page) => layOutRoofline(roofs, { ...shared, ...page }).scene}
      csv={() => curvesCsv(curves, flow.title)}
      table={{
        caption: `Limits of ${flow.title}, the tightest first`,
        columns: ['Limit', ...octaves(sizes).map((index) => sizeWords(sizes[index] ?? 0))],
        rows: all.map((roof, place) => ({
          key: `${place} ${roof.words}`,
          cells: [
            roof.wheres.join('; '),
            ...octaves(sizes).map((index) => {
              const value = roof.bytesPerSecond[index] ?? null;
              return value === null ? 'no limit' : rateWords(value);
            }),
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
              {x !== undefined && (
                <path
                  className={styles.hair}
                  d={`M${x},${laid.plot.y}V${laid.plot.y + laid.plot.height}`}
                />
              )}
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
        {hasLetters(room.width) && (
          <ul className={styles.letters} aria-label="Limits">
            {roofs.map((roof, index) => (
              <li key={roofLetter(index)}>
                <strong>{roofLetter(index)}</strong> {roof.words}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.readout}>{text}</p>
      </div>
    </ChartFrame>
  );
}

/** `4 KiB: the lowest limit is 256 tags of nic0, 12.1 GB/s; with the others it gets 11.0 GB/s`. */
function limitText(curves: CurvesShown['curves'], at: number, held: string | null): string {
  const limit = limitAt(curves, at);
  const size = sizeWords(curves.sizes[at] ?? 0);
  const rate = rateWords(curves.withOthers[at] ?? null);
  const gets = `with the others it gets ${rate}${held === null ? '' : `, held back by ${held}`}`;
  if (limit === null) return `${size}: nothing known limits it; ${gets}`;
  return `${size}: the lowest limit is ${limit.where}, ${rateWords(limit.bytesPerSecond[at] ?? null)}; ${gets}`;
}

/** The powers of two among the sizes, a few of them: a table of all sizes is for a file. */
function octaves(sizes: readonly number[]): readonly number[] {
  const powers = sizes.flatMap((size, at) => (Number.isInteger(Math.log2(size)) ? [at] : []));
  const apart = Math.ceil(powers.length / 8);
  return powers.filter((_, at) => at % Math.max(1, apart) === 0);
}
