import { UNKNOWN } from '../../base/unknown.ts';
import { iommuUse } from '../../engine/kernel/iommuUse.ts';
import type { Conditions } from '../../engine/report.ts';
import { IOMMU_MODES, type Settings } from '../../model/settings.ts';
import { IOMMU_MODE_WORDS } from '../../panels/words/conditionWords.ts';
import type { Actions } from '../../store/state.ts';
import styles from './ConditionsBar.module.css';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  /** What the settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

const FOLLOWS = 'follows';

/**
 * How the IOMMU is used: as kernel and command line have it, or, where the machine reported it, as
 * it did, until somebody wants the former.
 */
export function IommuUse({ settings, read, conditions, edit }: Props) {
  const { hardware, mode, isReported } = conditions.iommu.value;
  if (hardware === 'none' || mode === 'none') return null;
  const kept = [settings.iommuMode, settings.iommu === read.iommu ? read.iommuMode : UNKNOWN];
  const modes = IOMMU_MODES.filter((each) => kept.includes(each));
  if (modes.length === 0) {
    return (
      <span className={styles.follows} title="Follows from the kernel and its command line">
        {IOMMU_MODE_WORDS[mode]}
        <span className="unseen">, which follows from the kernel and its command line</span>
      </span>
    );
  }
  const { cmdline, kernel } = conditions;
  const following = iommuUse(hardware, cmdline.value, kernel.value).mode;
  const choose = (value: string) => {
    const iommuMode = modes.find((each) => each === value) ?? UNKNOWN;
    edit({ kind: 'iommu', iommu: settings.iommu, iommuMode });
  };
  return (
    <select
      aria-label="How the IOMMU is used"
      value={isReported ? mode : FOLLOWS}
      onChange={({ target }) => choose(target.value)}
    >
      {modes.map((each) => (
        <option key={each} value={each}>
          {IOMMU_MODE_WORDS[each]}, {each === read.iommuMode ? 'reported' : 'chosen'}
        </option>
      ))}
      {following !== 'none' && (
        <option value={FOLLOWS}>{IOMMU_MODE_WORDS[following]}, by cmdline</option>
      )}
    </select>
  );
}
