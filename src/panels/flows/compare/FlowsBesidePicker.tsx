import { BesidePicker } from '../../beside/BesidePicker.tsx';
import { WHAT_IF_CONTROLS } from '../what-if/whatIfControls.ts';
import type { FlowsChoice } from './flowsBeside.ts';

interface Props {
  readonly choice: FlowsChoice;
  readonly onChange: (change: Partial<FlowsChoice>) => void;
  readonly onClose: () => void;
}

/** Those that two machines or settings differ in most; the others are turned under “What if”. */
const OFFERED = ['acsRedirect', 'maxPayload', 'maxReadRequest', 'generation', 'linkEfficiency'];
const CONTROLS = WHAT_IF_CONTROLS.filter(({ name }) => OFFERED.includes(name));

/** What the other figures are computed with. */
export function FlowsBesidePicker({ choice, onChange, onClose }: Props) {
  const { options } = choice;
  return (
    <BesidePicker choice={choice} onChange={onChange} onClose={onClose}>
      {CONTROLS.map((control) => (
        <label key={control.name}>
          {control.label}{' '}
          <select
            value={control.at(options)}
            onChange={({ target }) =>
              onChange({ options: control.set(options, Number(target.value)) })
            }
          >
            {Array.from({ length: control.count }, (_, stop) => (
              <option key={control.words(stop)} value={stop}>
                {control.words(stop)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </BesidePicker>
  );
}
