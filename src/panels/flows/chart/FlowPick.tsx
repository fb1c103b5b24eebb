import type { FlowReport } from '../../../engine/flows/throughputReport.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { flowWords } from './flowWords.ts';

interface Props {
  readonly flows: readonly FlowReport[];
  readonly flow: FlowReport | null;
}

/** Which flow the chart is of. */
export function FlowPick({ flows, flow }: Props) {
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  return (
    <label>
      Flow{' '}
      <select
        value={flow?.id ?? ''}
        onChange={({ target }) => {
          const found = flows.find(({ id }) => id === target.value);
          if (found) lookAtFlows({ flow: found.id });
        }}
      >
        {flow === null && <option value="">–</option>}
        {flows.map((each) => (
          <option key={each.id} value={each.id}>
            {flowWords(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
