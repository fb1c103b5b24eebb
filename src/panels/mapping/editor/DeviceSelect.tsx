import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './Editor.module.css';
import { menuName } from './providers.ts';

interface Props {
  readonly document: OpenDocument;
  readonly label: string;
  /** For who does not see where it stands; the label does without. */
  readonly name?: string;
  readonly functions: readonly PciFunction[];
  readonly value: FunctionId | null;
  readonly onChange: (id: FunctionId) => void;
}

/** A function of the machine, by name and by what it is. */
export function DeviceSelect({ document, label, name, functions, value, onChange }: Props) {
  const chosen = value === null ? undefined : document.byId.get(value);
  const offered = chosen && !functions.includes(chosen) ? [chosen, ...functions] : functions;
  return (
    <label className={styles.wide}>
      <span className={styles.label}>{label}</span>
      <select
        aria-label={name}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value as FunctionId)}
      >
        {value === null && <option value="">not chosen</option>}
        {offered.map((fn) => (
          <option key={fn.id} value={fn.id}>
            {menuName(fn, document.titles)}
          </option>
        ))}
      </select>
    </label>
  );
}
