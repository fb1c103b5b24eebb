import type { Settings } from '../../model/settings.ts';
import { ACS_WORDS } from '../../panels/words/conditionWords.ts';
import type { Actions } from '../../store/state.ts';
import styles from './ConditionsBar.module.css';

interface Props {
  readonly acsWords: Settings['acsWords'];
  readonly edit: Actions['edit'];
}

const TIPS: Readonly<Record<Settings['acsWords'], string>> = {
  'as-is': 'The ACS control words of the document hold as they are',
  boot: 'The words of the document are the firmware’s; the kernel sets them as it does at boot',
};

/** Whether the ACS control words hold as they stand, or go through a boot of the chosen kernel. */
export function AcsWordsToggle({ acsWords, edit }: Props) {
  return (
    <fieldset className={styles.toggle} aria-label="ACS words">
      {(['as-is', 'boot'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={acsWords === each}
          title={TIPS[each]}
          onClick={() => edit({ kind: 'acs-words', acsWords: each })}
        >
          {ACS_WORDS[each]}
        </button>
      ))}
    </fieldset>
  );
}
