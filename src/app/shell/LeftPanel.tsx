import { type ReactNode, Suspense, useRef } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { LeftTab } from '../../store/state.ts';
import { showPanel } from '../room/panels.ts';
import { room } from '../room/room.ts';
import { useFocusLeft } from '../room/useFocusLeft.ts';
import styles from './LeftPanel.module.css';
import { OutlinePanel, PartsPanel, TextPanel } from './laterParts.ts';
import { LEFT_WORDS } from './leftWords.ts';
import frame from './Panel.module.css';
import { Region } from './Region.tsx';
import { type Tab, TabList } from './TabList.tsx';

const TABS: readonly Tab<LeftTab>[] = [
  { id: 'outline', title: 'Outline' },
  { id: 'text', title: 'Text' },
  { id: 'parts', title: 'Parts' },
];

/** At the left: the machine as a tree, as text, and the parts it can be made of. */
export function LeftPanel({ splitter }: { readonly splitter?: ReactNode }) {
  const tab = usePeerlane((state) => state.view.leftTab);
  const setView = usePeerlane((state) => state.actions.setView);
  const panel = useRef<HTMLElement>(null);
  useFocusLeft(panel);
  const words = LEFT_WORDS[tab];
  return (
    <section
      ref={panel}
      id="outline"
      className={frame.panel}
      aria-label={words.title}
      tabIndex={-1}
    >
      {splitter}
      <div className={`${frame.head} ${styles.head}`}>
        <TabList
          label="Machine"
          tabs={TABS}
          chosen={tab}
          onChoose={(leftTab) => setView({ leftTab })}
        />
        <button
          type="button"
          className={frame.button}
          aria-label={`Hide ${words.the}`}
          onClick={() => showPanel('outline', false, room, peerlane.getState())}
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        className={styles.body}
      >
        <Region key={tab} name={words.the}>
          <Suspense fallback={<p className={styles.coming}>Loading…</p>}>
            {tab === 'outline' && <OutlinePanel />}
            {tab === 'text' && <TextPanel />}
            {tab === 'parts' && <PartsPanel />}
          </Suspense>
        </Region>
      </div>
    </section>
  );
}
