import { type FormEvent, useId, useState } from 'react';
import { hex } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Era } from '../../../engine/kernel/eras.ts';
import type { HostBridge } from '../../../model/machine.ts';
import type { PciId } from '../../../model/pciFunction.ts';
import { formatPciId } from '../../../model/pciId.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { listChoices } from './hostListing.ts';
import styles from './IdentityForm.module.css';
import { idTrouble, parseId } from './parseId.ts';

interface Props {
  readonly host: HostBridge;
  readonly current: PciId | null;
  readonly era: Era;
}

/** Another platform from the kernel's list, or any ids. */
export function IdentityForm({ host, current, era }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const choices = listChoices(era);
  const chosen = current === null ? '' : formatPciId(current);
  const isListed = choices.some(({ id }) => formatPciId(id) === chosen);
  const set = (pciId: PciId) => edit({ kind: 'host-identity', host: host.id, pciId });
  return (
    <div className={styles.form}>
      <select
        className={styles.list}
        aria-label="Platform from the kernel’s list"
        value={isListed ? chosen : ''}
        onChange={(event) => {
          const choice = choices.find(({ id }) => formatPciId(id) === event.target.value);
          if (choice) set(choice.id);
        }}
      >
        <option value="" disabled>
          {choices.length === 0 ? 'The list is empty' : 'Make it a listed platform…'}
        </option>
        {choices.map(({ id, text }) => (
          <option key={formatPciId(id)} value={formatPciId(id)}>
            {formatPciId(id).replace('?', 'any')} {text}
          </option>
        ))}
      </select>
      <AnyIds current={current} onSet={set} />
    </div>
  );
}

interface AnyIdsProps {
  readonly current: PciId | null;
  readonly onSet: (id: PciId) => void;
}

function AnyIds({ current, onSet }: AnyIdsProps) {
  const trouble = useId();
  const [vendor, setVendor] = useState(() => vendorDigits(current));
  const [device, setDevice] = useState(() => deviceDigits(current));
  // Other ids than before, from the list or by undo: what stands in the fields is theirs.
  const ids = current === null ? '' : formatPciId(current);
  const [shown, setShown] = useState(ids);
  if (shown !== ids) {
    setShown(ids);
    setVendor(vendorDigits(current));
    setDevice(deviceDigits(current));
  }
  const vendorTrouble = idTrouble(vendor, 'vendor');
  const deviceTrouble = idTrouble(device, 'device');
  const typed = { vendor: parseId(vendor), device: parseId(device) };
  const isSound = vendorTrouble === null && deviceTrouble === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound && typed.vendor !== null && typed.device !== null) {
      onSet({ vendor: typed.vendor, device: typed.device });
    }
  };
  return (
    <form className={styles.ids} onSubmit={submit}>
      <IdField
        label="Vendor id"
        value={vendor}
        isWrong={vendorTrouble !== null}
        trouble={trouble}
        onChange={setVendor}
      />
      <span aria-hidden="true">:</span>
      <IdField
        label="Device id"
        value={device}
        isWrong={deviceTrouble !== null}
        trouble={trouble}
        onChange={setDevice}
      />
      <button
        type="submit"
        className="small"
        aria-disabled={!isSound || vendor === '' || device === '' || undefined}
      >
        Set ids
      </button>
      <p id={trouble} className={styles.trouble} aria-live="polite">
        {vendorTrouble ?? deviceTrouble}
      </p>
    </form>
  );
}

function vendorDigits(id: PciId | null): string {
  return id === null ? '' : hex(id.vendor, 4);
}

function deviceDigits(id: PciId | null): string {
  return id === null || id.device === UNKNOWN ? '' : hex(id.device, 4);
}

interface IdFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly trouble: string;
  readonly onChange: (text: string) => void;
}

function IdField({ label, value, isWrong, trouble, onChange }: IdFieldProps) {
  return (
    <input
      className={styles.id}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? trouble : undefined}
      value={value}
      maxLength={8}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
