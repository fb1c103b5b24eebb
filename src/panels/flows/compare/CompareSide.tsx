import { type ReactNode, useMemo, useState } from 'react';
import type { ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { choiceOf } from '../../beside/beside.ts';
import { NothingBeside } from '../../beside/NothingBeside.tsx';
import { WaySwitch } from '../../beside/WaySwitch.tsx';
import { NoChart } from '../chart/NoChart.tsx';
import { conditionsWords } from '../chart/optionWords.ts';
import { useThroughput, useThroughputBeside } from '../chart/useThroughput.ts';
import styles from './CompareSide.module.css';
import { comparedFlows, comparedGroups, comparedLinks } from './comparedRows.ts';
import { FlowsBesidePicker } from './FlowsBesidePicker.tsx';
import { type FlowsChoice, flowsBeside, usualBesides } from './flowsBeside.ts';
import { PairChart } from './PairChart.tsx';

type Way = 'settings' | 'kept';

/** What flows get here beside what they get under other settings, or on a machine seen before. */
export function CompareSide() {
  const { report, isStale } = useThroughput();
  const hasPinned = usePeerlane((state) => state.flows.pinned !== null);
  const [way, setWay] = useState<Way>(() => {
    const { pinned, beside } = peerlane.getState().flows;
    return pinned && !beside ? 'kept' : 'settings';
  });
  if (!report) return <NoChart what="Two machines or settings side by side" />;
  return (
    <>
      <div className={styles.head}>
        <WaySwitch
          label="What to compare with"
          ways={[
            ['settings', 'Other settings'],
            ['kept', hasPinned ? 'Kept figures' : 'Another machine'],
          ]}
          chosen={way}
          onChoose={setWay}
        />
        <KeepButton report={report} isStale={isStale} onKept={() => setWay('kept')} />
      </div>
      {way === 'settings' ? (
        <BesideSettings report={report} isStale={isStale} />
      ) : (
        <BesideKept report={report} isStale={isStale} />
      )}
    </>
  );
}

interface Props {
  readonly report: ThroughputReport;
  readonly isStale: boolean;
}

/** The present answer stays, whatever is changed or opened after it. */
function KeepButton({ report, isStale, onKept }: Props & { readonly onKept: () => void }) {
  const name = usePeerlane((state) => state.document?.machine.name ?? '');
  const { lookAtFlows, announce } = usePeerlane((state) => state.actions);
  return (
    <button
      type="button"
      className="small"
      aria-disabled={isStale || undefined}
      onClick={() => {
        if (isStale) return;
        const title = [name, conditionsWords(report)].filter((each) => each !== '').join(': ');
        lookAtFlows({ pinned: { title, report } });
        announce('These figures are kept to compare with.');
        onKept();
      }}
    >
      Keep these figures to compare
    </button>
  );
}

function BesideKept({ report, isStale }: Props) {
  const pinned = usePeerlane((state) => state.flows.pinned);
  const name = usePeerlane((state) => state.document?.machine.name ?? '');
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  if (!pinned) {
    return (
      <div className={styles.none}>
        <p>
          Keep the figures as they are now, then change the machine or open another one: both stand
          beside each other here. Flows of the same name are compared.
        </p>
      </div>
    );
  }
  return (
    <TwoReports
      first={pinned.report}
      second={report}
      names={[`kept: ${pinned.title}`, `now: ${name}: ${conditionsWords(report)}`]}
      isStale={isStale}
      more={
        <button type="button" className="small" onClick={() => lookAtFlows({ pinned: null })}>
          Keep them no longer
        </button>
      }
    />
  );
}

function BesideSettings({ report, isStale }: Props) {
  const beside = usePeerlane((state) => state.flows.beside);
  const options = usePeerlane((state) => state.flows.options);
  const conditions = usePeerlane((state) => state.results?.conditions ?? null);
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  const other = useThroughputBeside();
  const choose = (choice: FlowsChoice) =>
    lookAtFlows({ beside: flowsBeside(choice, options, conditions) });
  if (!beside) {
    return (
      <NothingBeside
        words="Hold the same flows beside what they get under other settings:"
        usual={usualBesides(options)}
        titleOf={(choice) => flowsBeside(choice, options, null).title}
        same={{ kernel: null, mode: null, options }}
        onChoose={choose}
      />
    );
  }
  const choice = choiceOf(beside);
  const picker = (
    <FlowsBesidePicker
      choice={choice}
      onChange={(change) => choose({ ...choice, ...change })}
      onClose={() => lookAtFlows({ beside: null })}
    />
  );
  if (!other.report) {
    return (
      <>
        <div className={styles.none}>{picker}</div>
        <NoChart what="The other figures" />
      </>
    );
  }
  return (
    <TwoReports
      first={report}
      second={other.report}
      names={[`here: ${conditionsWords(report)}`, `beside it: ${beside.title}`]}
      isStale={isStale || other.isStale}
      more={picker}
    />
  );
}

function TwoReports({
  first,
  second,
  names,
  isStale,
  more,
}: {
  readonly first: ThroughputReport;
  readonly second: ThroughputReport;
  readonly names: readonly [string, string];
  readonly isStale: boolean;
  readonly more: ReactNode;
}) {
  const sections = useMemo(
    () => [
      comparedFlows(first, second),
      comparedGroups(first, second),
      comparedLinks(first, second),
    ],
    [first, second],
  );
  return (
    <PairChart
      title="Side by side"
      words={names.join('; ')}
      file="comparison"
      more={more}
      sections={sections}
      names={names}
      isStale={isStale}
    />
  );
}
