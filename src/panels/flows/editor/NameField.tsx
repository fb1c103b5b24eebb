import { freeName } from '../../../store/freeName.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { TextField } from './TextField.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

const LONGEST = 60;

/** What it is called, here and in the text; names are unique. */
export function NameField({ document, value, onChange }: Props) {
  const read = (text: string) => {
    const name = text.trim();
    if (name === '')
      return { ok: false, why: 'Name: it needs one; type a word such as f0.' } as const;
    if (name.length > LONGEST) {
      return { ok: false, why: `Name: at most ${LONGEST} letters; shorten it.` } as const;
    }
    if (name !== value && !freeName(document.machine)(name)) {
      return { ok: false, why: 'Name: something else has it; choose another one.' } as const;
    }
    return { ok: true, value: name } as const;
  };
  return <TextField label="Name" value={value} read={read} onChange={onChange} />;
}
