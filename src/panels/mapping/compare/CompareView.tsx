import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { lazily } from '../../../parts/lazily.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { choiceOf } from '../../beside/beside.ts';
import { NothingBeside } from '../../beside/NothingBeside.tsx';
import { WaySwitch } from '../../beside/WaySwitch.tsx';
import { UpdatingTag } from '../../UpdatingTag.tsx';
import { MappingPicture } from '../picture/MappingPicture.tsx';
import styles from './CompareView.module.css';
import { compareEntries, compareReports, differenceWords } from './compareReports.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { MappingBesidePicker } from './MappingBesidePicker.tsx';
import { type MappingChoice, mappedBeside, usualChoices } from './mappedBeside.ts';

/** More rows are not read; the count says how many there are. */
const MOST_ROWS = 200;

const SeveralView = lazily(() =>
  import('./several/SeveralView.tsx').then((part) => part.SeveralView),
);

/** The list beside itself under other conditions, or several mappings at once. */
export function CompareView({ report }: { readonly report: MappingReport }) {
  const compareAs = usePeerlane((state) => state.mapping.compareAs ?? 'beside');
  if (compareAs === 'beside') {
    return (
      <>
        <div className={styles.ways}>
          <CompareSwitch />
        </div>
        <BesideView report={report} />
      </>
    );
  }
  return (
    <SeveralView>
      <CompareSwitch />
    </SeveralView>
  );
}

const WAYS = [
  ['beside', 'Two side by side'],
  ['several', 'Several at once'],
] as const;

function CompareSwitch() {
  const compareAs = usePeerlane((state) => state.mapping.compareAs ?? 'beside');
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  return (
    <WaySwitch
      label="How to compare"
      ways={WAYS}
      chosen={compareAs}
      onChoose={(way) =>
        lookAtMapping({ compareAs: way, several: peerlane.getState().mapping.several ?? [] })
      }
    />
  );
}

/** The list under the document's conditions, and under others: pictures side by side, below them what differs. */
function BesideView({ report }: { readonly report: MappingReport }) {
  const mapping = usePeerlane((state) => state.mapping);
  const mapped = usePeerlane((state) => state.mapped);
  const beside = usePeerlane((state) => state.mappedBeside);
  const conditions = usePeerlane((state) => state.results?.conditions ?? null);
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const choose = (choice: MappingChoice) =>
    lookAtMapping({ beside: mappedBeside(choice, conditions) });
  if (!mapping.beside) {
    return (
      <NothingBeside
        words="Hold the same list beside another kernel, or another use of the IOMMU:"
        usual={usualChoices(mapping.options)}
        titleOf={(choice) => mappedBeside(choice, null).title}
        same={{ kernel: null, mode: null, options: mapping.options }}
        onChoose={choose}
      />
    );
  }
  const choice = choiceOf(mapping.beside);
  const other = beside && beside.list === mapped?.list ? beside.report : null;
  const isStale = beside?.revision !== mapped?.revision || beside?.beside !== mapping.beside;
  return (
    <div className={styles.view}>
      <MappingBesidePicker
        choice={choice}
        onChange={(change) => choose({ ...choice, ...change })}
        onClose={() => lookAtMapping({ beside: null })}
      />
      <UpdatingTag isStale={isStale} />
      {other && (
        <div className={styles.both} data-stale={isStale || undefined}>
          <div className={styles.pictures}>
            {[report, other].map((each, at) => (
              <figure key={at === 0 ? 'here' : 'there'}>
                <figcaption>
                  {at === 0 ? 'Here' : 'Beside it'}: {each.under}
                </figcaption>
                <MappingPicture
                  report={each}
                  step={null}
                  output={at === 0 ? mapping.output : null}
                  entry={mapping.entry}
                  // An output there has another number here.
                  onPoint={(point) => lookAtMapping(at === 0 ? point : { entry: point.entry })}
                  title={`${at === 0 ? 'Here' : 'Beside it'}: ${each.under}`}
                />
              </figure>
            ))}
          </div>
          <Differences here={report} there={other} />
          <Entries here={report} there={other} />
        </div>
      )}
    </div>
  );
}

interface Both {
  readonly here: MappingReport;
  readonly there: MappingReport;
}

function Differences({ here, there }: Both) {
  const rows = compareReports(here, there);
  return (
    <DifferenceTable
      caption={differenceWords(rows)}
      here={here.under}
      there={there.under}
      // What differs comes first.
      rows={[...rows].sort((a, b) => Number(a.isSame) - Number(b.isSame))}
    />
  );
}

function Entries({ here, there }: Both) {
  const { rows, alike } = compareEntries(here, there);
  if (rows.length === 0) return <p className={styles.caption}>All entries go the same way.</p>;
  const more = rows.length > MOST_ROWS ? `, of which the first ${MOST_ROWS} are shown` : '';
  const others = alike === 0 ? '' : ` ${alike} ${alike === 1 ? 'goes' : 'go'} the same way.`;
  return (
    <DifferenceTable
      caption={`${rows.length} of ${rows.length + alike} entries go another way${more}.${others}`}
      here={here.under}
      there={there.under}
      rows={rows.slice(0, MOST_ROWS)}
    />
  );
}
