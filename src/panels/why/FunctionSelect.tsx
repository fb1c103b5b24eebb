import { type ReactNode, useId, useMemo } from 'react';
import { formatAddress } from '../../model/address.ts';
import { DEVICE_KIND_WORDS, DEVICE_KINDS, deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './PairPicker.module.css';

interface Props {
  readonly label: ReactNode;
  readonly name: string;
  readonly value: FunctionId | null;
  readonly onChange: (id: FunctionId | null) => void;
}

/** One end of the pair, by kind of device. */
export function FunctionSelect({ label, name, value, onChange }: Props) {
  const id = useId();
  const document = usePeerlane((state) => state.document);
  const table = usePeerlane((state) => state.results?.table ?? null);
  const groups = useMemo(() => {
    const listed = new Set<FunctionId>(table?.functions);
    if (value !== null) listed.add(value);
    const functions = (document?.machine.functions ?? []).filter((fn) => listed.has(fn.id));
    return DEVICE_KINDS.map((kind) => ({
      kind,
      functions: functions.filter((fn) => deviceKind(fn) === kind),
    })).filter(({ functions }) => functions.length > 0);
  }, [document, table, value]);
  return (
    <div className={styles.end}>
      <span className={styles.label}>{label}</span>
      <select
        id={id}
        aria-label={name}
        value={value ?? ''}
        onChange={({ target }) =>
          onChange(target.value === '' ? null : (target.value as FunctionId))
        }
      >
        <option value="">not chosen</option>
        {groups.map(({ kind, functions }) => (
          <optgroup key={kind} label={DEVICE_KIND_WORDS[kind].many}>
            {functions.map((fn) => (
              <option key={fn.id} value={fn.id}>
                {optionWords(fn, document?.titles.get(fn.id) ?? '')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function optionWords(fn: PciFunction, title: string): string {
  return `${fn.address ? formatAddress(fn.address) : fn.id} ${fn.label ?? shortTitle(title)}`;
}
