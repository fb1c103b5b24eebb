import { UNKNOWN } from '../../base/unknown.ts';
import type { Conditions } from '../../engine/report.ts';
import type { Settings } from '../../model/settings.ts';
import type { Actions } from '../../store/state.ts';
import { unknownCpuWords } from './conditionWords.ts';
import { CPU_CHOICES, CPU_OF_CHOICE, cpuChoice, cpuWords, sameCpu } from './cpuChoices.ts';

interface Props {
  readonly settings: Settings;
  /** As the input has them. */
  readonly read: Settings;
  /** What the settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

const FROM_INPUT = 'input';
const OTHER = 'other';

/** The CPU: the input's, what unknown comes to, then one of each kind that the rules tell apart. */
export function CpuSelect({ settings: { cpu }, read, conditions, edit }: Props) {
  const fromInput = read.cpu === UNKNOWN ? null : read.cpu;
  const isFromInput = fromInput !== null && cpu !== UNKNOWN && sameCpu(cpu, fromInput);
  const choice = cpu === UNKNOWN ? UNKNOWN : cpuChoice(cpu);
  const chosen = isFromInput ? FROM_INPUT : (choice ?? OTHER);
  const choose = (value: string) => {
    const known = CPU_CHOICES.find((each) => each === value);
    if (value === FROM_INPUT && fromInput !== null) edit({ kind: 'cpu', cpu: fromInput });
    else if (known) edit({ kind: 'cpu', cpu: CPU_OF_CHOICE[known].cpu });
    else if (value === UNKNOWN) edit({ kind: 'cpu', cpu: UNKNOWN });
  };
  return (
    <select aria-label="CPU" value={chosen} onChange={({ target }) => choose(target.value)}>
      {fromInput !== null && (
        <option value={FROM_INPUT}>{cpuWords(fromInput)}, from the input</option>
      )}
      {chosen === OTHER && cpu !== UNKNOWN && <option value={OTHER}>{cpuWords(cpu)}</option>}
      <option value={UNKNOWN}>{unknownCpuWords(conditions)}</option>
      {CPU_CHOICES.map((each) => (
        <option key={each} value={each}>
          {CPU_OF_CHOICE[each].title}
        </option>
      ))}
    </select>
  );
}
