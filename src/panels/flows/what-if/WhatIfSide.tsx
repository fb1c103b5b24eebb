import { useEffect, useMemo } from 'react';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { NoChart } from '../chart/NoChart.tsx';
import { conditionsWords, unusualOptions } from '../chart/optionWords.ts';
import { useThroughput, useThroughputBeside } from '../chart/useThroughput.ts';
import { comparedFlows, comparedGroups } from '../compare/comparedRows.ts';
import { PairChart } from '../compare/PairChart.tsx';
import { AS_IS } from './asIs.ts';
import { ControlRow } from './ControlRow.tsx';
import styles from './WhatIfSide.module.css';
import { WHAT_IF_CONTROLS } from './whatIfControls.ts';

/** What flows would get if links, registers or the IOMMU were others: turned here, answered at once. */
export function WhatIfSide() {
  const options = usePeerlane((state) => state.flows.options);
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  const isUsual = options === USUAL_THROUGHPUT;
  useBaseline();
  return (
    <div className={styles.side}>
      <form
        className={styles.controls}
        aria-label="What if"
        onSubmit={(event) => event.preventDefault()}
      >
        {WHAT_IF_CONTROLS.map((control) => (
          <ControlRow
            key={control.name}
            control={control}
            options={options}
            onChange={(next) => lookAtFlows({ options: next })}
          />
        ))}
        <button
          type="button"
          className={`small ${styles.all}`}
          aria-disabled={isUsual || undefined}
          onClick={() => {
            if (!isUsual) lookAtFlows({ options: USUAL_THROUGHPUT });
          }}
        >
          All as the machine is
        </button>
      </form>
      <div className={styles.result}>
        <BeforeAndAfter />
      </div>
    </div>
  );
}

/** While this is seen, the machine as it is stands beside; what was compared before comes back after it. */
function useBaseline(): void {
  useEffect(() => {
    const { flows, actions } = peerlane.getState();
    const before = flows.beside;
    actions.lookAtFlows({ beside: AS_IS });
    return () => {
      const after = peerlane.getState().flows;
      if (after.beside === AS_IS) actions.lookAtFlows({ beside: before === AS_IS ? null : before });
    };
  }, []);
}

function BeforeAndAfter() {
  const now = useThroughput();
  const beside = usePeerlane((state) => state.flows.beside);
  const base = useThroughputBeside();
  const before = beside === AS_IS ? base.report : null;
  const after = now.report;
  const sections = useMemo(
    () => (before && after ? [comparedFlows(before, after), comparedGroups(before, after)] : []),
    [before, after],
  );
  if (!before || !after) return <NoChart what="What flows would get" />;
  const unusual = unusualOptions(after.options);
  const what = unusual.length === 0 ? 'nothing turned yet' : unusual.join(', ');
  return (
    <PairChart
      title="What if"
      words={conditionsWords(after)}
      file="what if"
      sections={sections}
      names={['as the machine is', what]}
      isStale={now.isStale || base.isStale}
    />
  );
}
