import type { IommuGroups } from '../../engine/report.ts';
import { FunctionLink } from '../FunctionLink.tsx';
import styles from './GroupsPanel.module.css';

/** Functions that no group holds, each with the reason. */
export function Ungrouped({ ungrouped }: Pick<IommuGroups, 'ungrouped'>) {
  if (ungrouped.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>Without a group</h3>
      <ul className={styles.ungrouped}>
        {ungrouped.map(({ function: id, why }) => (
          <li key={id}>
            <FunctionLink id={id} /> {why}
          </li>
        ))}
      </ul>
    </>
  );
}
