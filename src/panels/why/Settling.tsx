import type { PairVerdict } from '../../engine/report.ts';
import { COLLECT_COMMAND } from '../../formats/read/context/collect.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { FunctionLink } from '../FunctionLink.tsx';
import styles from './ExplainedPair.module.css';

/** How an open verdict could be closed: by a better dump, or by trying the words that are hidden. */
export function Settling({ verdict }: { readonly verdict: PairVerdict }) {
  const [first, ...others] = verdict.acsUnknown;
  return (
    <>
      <h3>What would settle it</h3>
      <p className={styles.settling}>A dump taken as root shows what is hidden here:</p>
      <div className={styles.cmdline}>
        <code>{COLLECT_COMMAND}</code>
        <CopyButton text={COLLECT_COMMAND} what="the command" />
      </div>
      {first !== undefined && (
        <p className={styles.settling}>
          To try it out, set the ACS bits of <FunctionLink id={first} />
          {others.length > 0 && ` and ${others.length} more`} in the inspector: hidden words then
          count as 0.
        </p>
      )}
    </>
  );
}
