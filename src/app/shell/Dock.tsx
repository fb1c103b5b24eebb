import { type ReactNode, Suspense, useRef } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import type { Results } from '../../store/answers.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { DockTab } from '../../store/state.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { room } from '../room/room.ts';
import { useFocusLeft } from '../room/useFocusLeft.ts';
import styles from './Dock.module.css';
import {
  AddressesPanel,
  ChecksPanel,
  FlowsPanel,
  GroupsPanel,
  MappingPanel,
  MatrixPanel,
  ReportPanel,
  WhyPanel,
} from './laterParts.ts';
import frame from './Panel.module.css';
import { Region } from './Region.tsx';
import tabs from './TabList.module.css';
import { type Tab, TabList } from './TabList.tsx';

const TABS: readonly Tab<DockTab>[] = [
  { id: 'matrix', title: 'Matrix' },
  { id: 'why', title: 'Why' },
  { id: 'groups', title: 'Groups' },
  { id: 'checks', title: 'Checks' },
  { id: 'addresses', title: 'Addresses' },
  { id: 'mapping', title: 'Mapping' },
  { id: 'flows', title: 'Flows' },
  { id: 'report', title: 'Report' },
];

interface Props {
  readonly splitter?: ReactNode;
  /** It stands under the sheet, and can be made as large as the window. */
  readonly isBelow?: boolean;
}

/** Under the sheet: all pairs, one pair, and what reading came to. */
export function Dock({ splitter, isBelow = false }: Props) {
  const tab = usePeerlane((state) => state.view.dockTab);
  const panel = useRef<HTMLElement>(null);
  useFocusLeft(panel);
  return (
    <section ref={panel} id="dock" className={frame.panel} aria-label="Dock" tabIndex={-1}>
      {splitter}
      <DockTabs isOpen canGrow={isBelow} />
      <div
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        className={styles.body}
      >
        <Region key={tab} name={`the ${tab === 'why' ? 'explanation' : tab}`}>
          <Suspense fallback={<p className={styles.coming}>Loading…</p>}>
            {tab === 'matrix' && <MatrixPanel />}
            {tab === 'why' && <WhyPanel />}
            {tab === 'groups' && <GroupsPanel />}
            {tab === 'checks' && <ChecksPanel />}
            {tab === 'addresses' && <AddressesPanel />}
            {tab === 'mapping' && <MappingPanel />}
            {tab === 'flows' && <FlowsPanel />}
            {tab === 'report' && <ReportPanel />}
          </Suspense>
        </Region>
      </div>
    </section>
  );
}

/** Findings of the checks beyond mere notes. */
function doubtsOf(results: Results | null): number {
  return results?.checks.filter(({ severity }) => severity !== 'note').length ?? 0;
}

function countOf(doubts: number) {
  return { value: doubts, words: doubts === 1 ? '1 warning' : `${doubts} warnings` };
}

/** What is left of the dock when it is closed: its tabs, to open it again. */
export function DockStrip() {
  return (
    <section className={styles.strip} aria-label="Dock, closed">
      <DockTabs isOpen={false} />
    </section>
  );
}

interface TabsProps {
  readonly isOpen: boolean;
  readonly canGrow?: boolean;
}

function DockTabs({ isOpen, canGrow = false }: TabsProps) {
  const tab = usePeerlane((state) => state.view.dockTab);
  const setView = usePeerlane((state) => state.actions.setView);
  const doubts = usePeerlane((state) => doubtsOf(state.results));
  const show = (isShown: boolean) => showPanel('dock', isShown, room, peerlane.getState());
  const choose = (dockTab: DockTab) => {
    setView({ dockTab });
    if (isOpen) return;
    show(true);
    focusSoon(`tab-${dockTab}`);
  };
  const toggle = () => {
    show(!isOpen);
    // The button pressed is gone: its like takes the focus.
    focusSoon(isOpen ? 'show-dock' : `tab-${tab}`);
  };
  const shown = TABS.map((each) =>
    each.id === 'checks' ? { ...each, count: countOf(doubts) } : each,
  );
  return (
    <div className={`${frame.head} ${styles.head}`}>
      {isOpen ? (
        <TabList label="Dock" tabs={shown} chosen={tab} onChoose={choose} />
      ) : (
        <div className={tabs.tabs}>
          {TABS.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className={tabs.tab}
              aria-expanded="false"
              onClick={() => choose(id)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <span className={styles.buttons}>
        {canGrow && <CommandButton id="panels.dock-large" icon="larger" />}
        <button
          id={isOpen ? undefined : 'show-dock'}
          type="button"
          className={frame.button}
          aria-label={isOpen ? 'Hide the dock' : 'Show the dock'}
          onClick={toggle}
        >
          <Icon name={isOpen ? 'down' : 'up'} />
        </button>
      </span>
    </div>
  );
}
