import { UNKNOWN } from '../../base/unknown.ts';
import { hasOffWord } from '../../engine/kernel/cmdline/hasOffWord.ts';
import { iommuUse } from '../../engine/kernel/iommuUse.ts';
import type { Conditions } from '../../engine/report.ts';
import { IOMMU_MODES, type Settings } from '../../model/settings.ts';
import { IOMMU_MODE_WORDS } from '../../panels/words/conditionWords.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Actions } from '../../store/state.ts';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  /** What the settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

const FOLLOWS = 'follows';
const NOT_LOADED = 'What writes command lines could not be loaded. Try again when you are online.';

/**
 * How the IOMMU is used: as kernel and command line have it, or, where the machine reported it, as
 * it did, until somebody wants the former. Another mode is written into the command line.
 */
export function IommuUse({ settings, read, conditions, edit }: Props) {
  const notify = usePeerlane((state) => state.actions.notify);
  const { cmdline, kernel, iommu } = conditions;
  const { hardware, mode, isReported } = iommu.value;
  if (hardware === 'none' || mode === 'none') return null;
  const reported = settings.iommu === read.iommu ? read.iommuMode : UNKNOWN;
  const modes = IOMMU_MODES.filter(
    (each) => each !== 'off' || hasOffWord(hardware) || each === mode || each === reported,
  );
  const following = iommuUse(hardware, cmdline.value, kernel.value).mode;
  const choose = async (value: string) => {
    const wanted = modes.find((each) => each === value);
    if (wanted === undefined) {
      edit({ kind: 'iommu', iommu: settings.iommu, iommuMode: UNKNOWN });
      return;
    }
    const part = await import('./iommuModeEdit.ts').catch(() => null);
    const change = part?.iommuModeEdit(settings, reported, conditions, wanted);
    if (change) edit(change);
    else if (part === null) notify('warning', NOT_LOADED);
  };
  return (
    <select
      aria-label="How the IOMMU is used"
      title={isReported ? undefined : 'Follows from the kernel and its command line'}
      value={mode}
      onChange={({ target }) => choose(target.value)}
    >
      {modes.map((each) => (
        <option key={each} value={each}>
          {IOMMU_MODE_WORDS[each]}
          {each === reported && ', reported'}
        </option>
      ))}
      {following !== mode && following !== 'none' && (
        <option value={FOLLOWS}>{IOMMU_MODE_WORDS[following]}, by cmdline</option>
      )}
    </select>
  );
}
