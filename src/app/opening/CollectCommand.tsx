import { COLLECT_COMMAND } from '../../formats/read/context/collect.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { ScrollText } from '../../parts/ScrollText.tsx';
import styles from './CollectCommand.module.css';

/** The one line that prints all that can be used, ready to be carried to the machine. */
export function CollectCommand() {
  return (
    <section className={styles.collect} aria-labelledby="collect-title">
      <header className={styles.head}>
        <h2 id="collect-title">Collect everything that decides</h2>
        <CopyButton text={COLLECT_COMMAND} what="the command that collects" />
      </header>
      <p>
        Run this on the machine and paste what it prints. It installs and changes nothing; it uses
        sudo, because without root <code>lspci</code> hides ACS. Host name and serial numbers are
        left out.
      </p>
      <div className={styles.command}>
        <ScrollText text={COLLECT_COMMAND} label="Command" wrap />
      </div>
      <p>
        Or just <code>sudo lspci -vvvnnxxxx</code>; kernel and CPU are then assumed, and can be
        chosen here.
      </p>
    </section>
  );
}
