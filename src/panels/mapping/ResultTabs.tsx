import type { KeyboardEvent } from 'react';
import { MAPPING_SIDES, type MappingSide } from '../../store/mappingView.ts';
import styles from './MappingPanel.module.css';

const TITLES: Readonly<Record<MappingSide, string>> = {
  picture: 'Picture',
  steps: 'Steps',
  chain: 'Call chain',
  pages: 'Page table',
  iova: 'IOVA space',
  compare: 'Compare',
};

interface Props {
  readonly chosen: MappingSide;
  readonly onChoose: (id: MappingSide) => void;
}

/** One stop for the Tab key; arrows go from one to the next. */
export function ResultTabs({ chosen, onChoose }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = MAPPING_SIDES.indexOf(chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: MAPPING_SIDES.length - 1,
    };
    const to = steps[event.key];
    const next =
      to === undefined
        ? undefined
        : MAPPING_SIDES[(to + MAPPING_SIDES.length) % MAPPING_SIDES.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(`mapping-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Views of the mapping" className={styles.tabs}>
      {MAPPING_SIDES.map((id) => (
        <button
          key={id}
          id={`mapping-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `mapping-panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          {TITLES[id]}
        </button>
      ))}
    </div>
  );
}
