import type { KeyboardEvent } from 'react';
import { FLOWS_SIDES, type FlowsSide } from '../../store/flowsView.ts';
import styles from './FlowsPanel.module.css';

export const SIDE_TITLES: Readonly<Record<FlowsSide, string>> = {
  flow: 'Flow',
  links: 'Links',
  sweep: 'Size sweep',
  roofline: 'Roofline',
  'what-if': 'What if',
  compare: 'Compare',
};

interface Props {
  readonly chosen: FlowsSide;
  readonly onChoose: (id: FlowsSide) => void;
}

/** One stop for the Tab key; arrows go from one to the next. */
export function SideTabs({ chosen, onChoose }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = FLOWS_SIDES.indexOf(chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: FLOWS_SIDES.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    const next = FLOWS_SIDES[(to + FLOWS_SIDES.length) % FLOWS_SIDES.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(`flows-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Views of the flows" className={styles.tabs}>
      {FLOWS_SIDES.map((id) => (
        <button
          key={id}
          id={`flows-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `flows-panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          {SIDE_TITLES[id]}
        </button>
      ))}
    </div>
  );
}
