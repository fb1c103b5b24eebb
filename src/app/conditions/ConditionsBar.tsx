import { useMemo, useState } from 'react';
import { NO_REQUEST, resolveConditions } from '../../engine/kernel/conditions.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { AcsWordsToggle } from './AcsWordsToggle.tsx';
import { Assumptions } from './Assumptions.tsx';
import styles from './ConditionsBar.module.css';
import { CpuSelect } from './CpuSelect.tsx';
import { CmdlineField } from './cmdline/CmdlineField.tsx';
import { conditionsSentence } from './conditionWords.ts';
import { IommuSelect } from './IommuSelect.tsx';
import { IommuUse } from './IommuUse.tsx';
import { KernelSelect } from './KernelSelect.tsx';

/** Under what the machine is judged: always in sight, changed in place. */
export function ConditionsBar({ document }: { readonly document: OpenDocument }) {
  const edit = usePeerlane((state) => state.actions.edit);
  const [isUnfolded, setUnfolded] = useState(false);
  const { machine } = document;
  const { settings } = machine;
  // Settled here, as the engine settles it: what stands in the bar is never of an earlier state.
  const conditions = useMemo(() => resolveConditions(machine, NO_REQUEST), [machine]);
  const read = document.origin.settings;
  return (
    <section className={styles.bar} aria-label="Conditions" data-unfolded={isUnfolded || undefined}>
      {/* On a narrow window they stand in one line until somebody wants to change them. */}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isUnfolded}
        aria-controls="conditions"
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span>{conditionsSentence(settings, conditions)}</span>
        <Icon name={isUnfolded ? 'up' : 'down'} />
      </button>
      <div id="conditions" className={styles.fields}>
        <div className={styles.field}>
          <Term id="kernel">Kernel</Term>
          <KernelSelect settings={settings} read={read} conditions={conditions} edit={edit} />
        </div>
        <div className={styles.field}>
          <Term id="cpu">CPU</Term>
          <CpuSelect settings={settings} read={read} conditions={conditions} edit={edit} />
        </div>
        <div className={styles.field}>
          <Term id="iommu">IOMMU</Term>
          <IommuSelect settings={settings} read={read} conditions={conditions} edit={edit} />
          <IommuUse settings={settings} read={read} conditions={conditions} edit={edit} />
        </div>
        <div className={styles.field}>
          <Term id="acsWords">ACS</Term>
          <AcsWordsToggle acsWords={settings.acsWords} edit={edit} />
        </div>
        <div className={styles.cmdline}>
          <Term id="cmdline">Command line</Term>
          <CmdlineField
            key={document.serial}
            machine={machine}
            conditions={conditions}
            edit={edit}
          />
        </div>
        <Assumptions conditions={conditions} />
      </div>
    </section>
  );
}
