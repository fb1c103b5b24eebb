import type { Conditions } from '../../engine/report.ts';
import type { Settings } from '../../model/settings.ts';
import { WithAddresses } from '../../parts/Bdf.tsx';
import { Glyph } from '../../parts/Glyph.tsx';
import { Term } from '../../parts/Term.tsx';
import { type Asked, RELEASED_ERAS, UNRELEASED_ERAS } from './asked.ts';
import styles from './ConditionsBar.module.css';
import { cpuFromInput, iommuWords, kernelFromInput } from './conditionWords.ts';
import { CPU_CHOICES, CPU_OF_CHOICE, type CpuChoice } from './cpuChoices.ts';

interface Props {
  readonly settings: Settings;
  readonly conditions: Conditions;
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** Under what the machine is judged: always in sight, changed in place. */
export function ConditionsBar({ settings, conditions, asked, onAsk }: Props) {
  const { assumed } = conditions;
  return (
    <section className={styles.bar} aria-labelledby="conditions-title">
      <h2 id="conditions-title" className="unseen">
        Conditions
      </h2>
      <div className={styles.fields}>
        <div className={styles.field}>
          <span className={styles.name}>
            <Term id="kernel">Kernel</Term>
          </span>
          <select
            aria-label="Kernel"
            value={asked.kernel ?? ''}
            onChange={(event) => onAsk({ ...asked, kernel: event.target.value || null })}
          >
            <option value="">{kernelFromInput(settings)}</option>
            <optgroup label="Released">
              {RELEASED_ERAS.map((era) => (
                <option key={era.id} value={era.id}>
                  {era.title}
                </option>
              ))}
            </optgroup>
            <optgroup label="Not released">
              {UNRELEASED_ERAS.map((era) => (
                <option key={era.id} value={era.id}>
                  {era.title}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        <div className={styles.field}>
          <span className={styles.name}>
            <Term id="cpu">CPU</Term>
          </span>
          <select
            aria-label="CPU"
            value={asked.cpu ?? ''}
            onChange={(event) => {
              const choice = CPU_CHOICES.find((each) => each === event.target.value);
              onAsk({ ...asked, cpu: choice ?? null });
            }}
          >
            <option value="">{cpuFromInput(settings, conditions)}</option>
            {CPU_CHOICES.map((choice: CpuChoice) => (
              <option key={choice} value={choice}>
                {CPU_OF_CHOICE[choice].title}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <span className={styles.name}>
            <Term id="iommu">IOMMU</Term>
          </span>
          <span className={styles.value}>{iommuWords(settings)}</span>
        </div>
      </div>
      {assumed.length > 0 && (
        <ul className={styles.assumed} aria-label="Assumed">
          {assumed.map(({ id, text }) => (
            <li key={id}>
              <Glyph kind="unknown" />
              <span>
                Assumed: <WithAddresses text={text} />.
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
