import type { ComponentType } from 'react';
import styles from './Editor.module.css';
import type { FormProps } from './formProps.ts';
import { AddPeerForm } from './forms/AddPeerForm.tsx';
import { AddRamForm } from './forms/AddRamForm.tsx';
import { PagesForm } from './forms/PagesForm.tsx';
import { PasteForm } from './forms/PasteForm.tsx';
import { ReadyMadeForm } from './forms/ReadyMadeForm.tsx';
import { TakeForm } from './forms/TakeForm.tsx';

export type AddForm = 'ram' | 'peer' | 'paste' | 'pages' | 'take' | 'ready';

export const ADD_FORMS: Readonly<Record<AddForm, ComponentType<FormProps>>> = {
  ram: AddRamForm,
  peer: AddPeerForm,
  paste: PasteForm,
  pages: PagesForm,
  take: TakeForm,
  ready: ReadyMadeForm,
};

const BUTTONS: readonly (readonly [AddForm, string, string])[] = [
  ['ram', 'RAM', 'Add host memory'],
  ['peer', 'Peer', 'Add memory of a device'],
  ['pages', 'Pages', 'Add pages by number'],
  ['take', 'Allocate', 'Take memory with a provider’s allocator'],
  ['paste', 'Paste', 'Paste addresses and lengths'],
  ['ready', 'Ready-made', 'Ready-made lists'],
];

interface Props {
  readonly open: AddForm | null;
  readonly onOpen: (form: AddForm | null) => void;
}

/** Ways to put entries in; one is open at a time, in the place of the table. */
export function AddBar({ open, onOpen }: Props) {
  return (
    <fieldset className={styles.add} aria-label="Add entries">
      <span className={styles.label} aria-hidden="true">
        Add
      </span>
      {BUTTONS.map(([form, title, name]) => (
        <button
          key={form}
          id={`mapping-add-${form}`}
          type="button"
          className="small"
          title={name}
          aria-label={name}
          aria-pressed={open === form}
          onClick={() => onOpen(open === form ? null : form)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
