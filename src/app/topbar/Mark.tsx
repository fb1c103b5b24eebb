import styles from './TopBar.module.css';

/** One switch, two devices, and the lane between them that never goes up. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 2v6M5 8h22v7H5zM4 22h9v7H4zM19 22h9v7h-9z" />
      <path className={styles.lane} d="M8.5 22V11.5h15V22" />
    </svg>
  );
}
