import { UNKNOWN } from '../../base/unknown.ts';
import type { Conditions } from '../../engine/report.ts';
import { IOMMU_HARDWARE, type Settings } from '../../model/settings.ts';
import { IOMMU_WORDS } from '../../panels/words/conditionWords.ts';
import type { Actions } from '../../store/state.ts';
import { unknownIommuWords } from './conditionWords.ts';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  /** What the settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

/** Which IOMMU there is. A mode that was reported is about the one it was reported of. */
export function IommuSelect({ settings: { iommu }, read, conditions, edit }: Props) {
  const choose = (value: string) => {
    const hardware = IOMMU_HARDWARE.find((each) => each === value) ?? UNKNOWN;
    const reported = hardware === read.iommu ? read.iommuMode : UNKNOWN;
    edit({ kind: 'iommu', iommu: hardware, iommuMode: hardware === 'none' ? null : reported });
  };
  return (
    <select aria-label="IOMMU" value={iommu} onChange={({ target }) => choose(target.value)}>
      <option value={UNKNOWN}>{unknownIommuWords(conditions)}</option>
      {IOMMU_HARDWARE.map((each) => (
        <option key={each} value={each}>
          {IOMMU_WORDS[each]}
        </option>
      ))}
    </select>
  );
}
