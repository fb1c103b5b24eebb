import { UNKNOWN } from '../../base/unknown.ts';
import { evidenceOf } from '../../engine/kernel/evidenceOf.ts';
import type { Conditions } from '../../engine/report.ts';
import type { Settings } from '../../model/settings.ts';
import type { Actions } from '../../store/state.ts';
import { ERA_GROUPS, eraWords } from './eraChoices.ts';
import { kernelChoices } from './kernelChoices.ts';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  /** What the settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

/** The kernel whose rules hold: the input's own first, then the assumption, then every era. */
export function KernelSelect({ settings, read, conditions, edit }: Props) {
  const { fromInput, assumed, other, chosen } = kernelChoices(settings.kernel, read.kernel);
  const era = conditions.kernel.value;
  return (
    <select
      aria-label="Kernel"
      title={`${era.title}: ${evidenceOf(era).text}`}
      value={chosen}
      onChange={({ target }) => edit({ kind: 'kernel', kernel: target.value })}
    >
      {fromInput && <option value={fromInput.kernel}>{fromInput.words}</option>}
      {other && <option value={other.kernel}>{other.words}</option>}
      <option value={UNKNOWN}>{assumed}</option>
      {ERA_GROUPS.map(({ title, eras }) => (
        <optgroup key={title} label={title}>
          {eras.map((each) => (
            <option key={each.id} value={each.id}>
              {eraWords(each)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
