import { UNKNOWN } from '../../base/unknown.ts';
import type { Settings } from '../../model/settings.ts';
import type { Actions } from '../../store/state.ts';
import { RELEASED_ERAS, UNRELEASED_ERAS } from './eraChoices.ts';
import { kernelChoices } from './kernelChoices.ts';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  readonly edit: Actions['edit'];
}

/** The kernel whose rules hold: the input's own first, then the assumption, then every era. */
export function KernelSelect({ settings, read, edit }: Props) {
  const { fromInput, assumed, other, chosen } = kernelChoices(settings.kernel, read.kernel);
  return (
    <select
      aria-label="Kernel"
      value={chosen}
      onChange={({ target }) => edit({ kind: 'kernel', kernel: target.value })}
    >
      {fromInput && <option value={fromInput.kernel}>{fromInput.words}</option>}
      {other && <option value={other.kernel}>{other.words}</option>}
      <option value={UNKNOWN}>{assumed}</option>
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
  );
}
