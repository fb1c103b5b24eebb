import { type ReactNode, useRef } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { peerlane } from '../../store/peerlane.ts';
import { showPanel } from '../room/panels.ts';
import { type PanelName, room } from '../room/room.ts';
import { useFocusLeft } from '../room/useFocusLeft.ts';
import frame from './Panel.module.css';
import { Region } from './Region.tsx';
import styles from './SidePanel.module.css';

interface Props {
  readonly name: PanelName;
  readonly title: string;
  /** The line by which it is made wider, where it stands beside the sheet. */
  readonly splitter?: ReactNode;
  readonly children: ReactNode;
}

/** A panel at the side, under its name. */
export function SidePanel({ name, title, splitter, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useFocusLeft(panel);
  return (
    <section ref={panel} id={name} className={frame.panel} aria-label={title} tabIndex={-1}>
      {splitter}
      <header className={`${frame.head} ${styles.head}`}>
        <h2>{title}</h2>
        <button
          type="button"
          className={frame.button}
          aria-label={`Hide the ${name}`}
          onClick={() => showPanel(name, false, room, peerlane.getState())}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className={styles.body}>
        <Region name={`the ${name}`}>{children}</Region>
      </div>
    </section>
  );
}
