import { type KeyboardEvent, type ReactNode, Suspense, useRef } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import type { DockTab } from '../../store/state.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { room } from '../room/room.ts';
import { useFocusLeft } from '../room/useFocusLeft.ts';
import styles from './Dock.module.css';
import { GroupsPanel, MatrixPanel, ReportPanel, WhyPanel } from './laterParts.ts';
import frame from './Panel.module.css';
import { Region } from './Region.tsx';

const TABS: readonly { readonly id: DockTab; readonly title: string }[] = [
  { id: 'matrix', title: 'Matrix' },
  { id: 'why', title: 'Why' },
  { id: 'groups', title: 'Groups' },
  { id: 'report', title: 'Report' },
];

/** Under the sheet: all pairs, one pair, and what reading came to. */
export function Dock({ splitter }: { readonly splitter?: ReactNode }) {
  const tab = usePeerlane((state) => state.view.dockTab);
  const panel = useRef<HTMLElement>(null);
  useFocusLeft(panel);
  return (
    <section ref={panel} id="dock" className={frame.panel} aria-label="Dock" tabIndex={-1}>
      {splitter}
      <DockTabs isOpen />
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
            {tab === 'report' && <ReportPanel />}
          </Suspense>
        </Region>
      </div>
    </section>
  );
}

/** What is left of the dock when it is closed: its tabs, to open it again. */
export function DockStrip() {
  return (
    <section className={styles.strip} aria-label="Dock, closed">
      <DockTabs isOpen={false} />
    </section>
  );
}

function DockTabs({ isOpen }: { readonly isOpen: boolean }) {
  const tab = usePeerlane((state) => state.view.dockTab);
  const setView = usePeerlane((state) => state.actions.setView);
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
  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.findIndex(({ id }) => id === tab);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: TABS.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : TABS[(to + TABS.length) % TABS.length];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div className={`${frame.head} ${styles.head}`}>
      {isOpen ? (
        <div role="tablist" aria-label="Dock" className={styles.tabs}>
          {TABS.map(({ id, title }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={id === tab}
              aria-controls={id === tab ? `panel-${id}` : undefined}
              tabIndex={id === tab ? 0 : -1}
              onClick={() => choose(id)}
              onKeyDown={onKeyDown}
            >
              {title}
            </button>
          ))}
        </div>
      ) : (
        <div className={styles.tabs}>
          {TABS.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className={styles.tab}
              aria-expanded="false"
              onClick={() => choose(id)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <button
        id={isOpen ? undefined : 'show-dock'}
        type="button"
        className={frame.button}
        aria-label={isOpen ? 'Hide the dock' : 'Show the dock'}
        onClick={toggle}
      >
        <Icon name={isOpen ? 'down' : 'up'} />
      </button>
    </div>
  );
}
