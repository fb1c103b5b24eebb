import { UNKNOWN } from '../../base/unknown.ts';
import { IOMMU_HARDWARE, IOMMU_MODES, type Settings } from '../../model/settings.ts';
import type { Actions } from '../../store/state.ts';
import { IOMMU_MODE_WORDS, IOMMU_WORDS } from './conditionWords.ts';

interface Props {
  readonly settings: Settings;
  readonly edit: Actions['edit'];
}

/** Which IOMMU there is, and how it is used. */
export function IommuSelects({ settings: { iommu, iommuMode }, edit }: Props) {
  const chooseHardware = (value: string) => {
    const hardware = IOMMU_HARDWARE.find((each) => each === value) ?? UNKNOWN;
    const mode = hardware === 'none' ? null : (iommuMode ?? UNKNOWN);
    edit({ kind: 'iommu', iommu: hardware, iommuMode: mode });
  };
  const chooseMode = (value: string) => {
    const mode = IOMMU_MODES.find((each) => each === value) ?? UNKNOWN;
    edit({ kind: 'iommu', iommu, iommuMode: mode });
  };
  return (
    <>
      <select
        aria-label="IOMMU"
        value={iommu}
        onChange={({ target }) => chooseHardware(target.value)}
      >
        <option value={UNKNOWN}>not shown</option>
        {IOMMU_HARDWARE.map((each) => (
          <option key={each} value={each}>
            {IOMMU_WORDS[each]}
          </option>
        ))}
      </select>
      {iommu !== 'none' && (
        <select
          aria-label="How the IOMMU is used"
          value={iommuMode ?? UNKNOWN}
          onChange={({ target }) => chooseMode(target.value)}
        >
          <option value={UNKNOWN}>mode not shown</option>
          {IOMMU_MODES.map((each) => (
            <option key={each} value={each}>
              {IOMMU_MODE_WORDS[each]}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
