import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { shared } from '../shared.ts';
import styles from './Structure.module.css';

/** Drivers that decide something here, or that people bind by hand. */
const USUAL = ['nvme', 'mlx5_core', 'nvidia', 'amdgpu', 'vfio-pci', 'xdma', 'pcieport'] as const;

/** The driver that is bound to functions; written into it, it is bound to all of them. */
export function DriverField({ functions }: { readonly functions: readonly PciFunction[] }) {
  const change = usePeerlane((state) => state.actions.change);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const now = shared(functions.map(({ driver }) => driver));
  const bound = now.kind === 'same' && now.value !== UNKNOWN ? (now.value ?? '') : '';
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    const name = draft?.trim() ?? null;
    setDraft(null);
    // Left empty where drivers differ or are not shown, nothing was said.
    if (name !== null && name !== bound) bind(name);
  };
  const bind = (name: string) =>
    void change(name === '' ? 'bind no driver' : `bind ${name}`, [
      {
        kind: 'driver',
        functions: functions.map((fn) => fn.id),
        driver: name === '' ? null : name,
      },
    ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        Driver
      </label>
      <input
        ref={field}
        id={id}
        className={styles.field}
        list={`${id}-usual`}
        placeholder={placeholder(now)}
        value={draft ?? bound}
        spellCheck={false}
        autoComplete="off"
        maxLength={64}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      <datalist id={`${id}-usual`}>
        {USUAL.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {/* An empty field says nothing where drivers differ or are not shown. */}
      {(now.kind === 'mixed' || (now.kind === 'same' && now.value === UNKNOWN)) && (
        <button
          type="button"
          className="small"
          onClick={() => {
            bind('');
            field.current?.focus();
          }}
        >
          Bind none
        </button>
      )}
    </div>
  );
}

function placeholder(now: ReturnType<typeof shared<PciFunction['driver']>>): string {
  if (now.kind === 'mixed') return 'mixed';
  return now.kind === 'same' && now.value === UNKNOWN ? 'not shown' : 'none bound';
}
