import { freeName } from '../../../store/freeName.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { bad, good } from '../../fields/fieldValue.ts';
import { TextField } from '../../fields/TextField.tsx';
import styles from './Fields.module.css';

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
    if (name === '') return bad('Name: it needs one; type a word such as f0.');
    if (name.length > LONGEST) return bad(`Name: at most ${LONGEST} letters; shorten it.`);
    if (name !== value && !freeName(document.machine)(name)) {
      return bad('Name: something else has it; choose another one.');
    }
    return good(name);
  };
  return <TextField look={styles} label="Name" value={value} read={read} onChange={onChange} />;
}
