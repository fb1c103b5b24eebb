import { useId, useMemo, useState } from 'react';
import styles from '../Editor.module.css';
import type { FormProps } from '../formProps.ts';
import { PIECE_FORMS, parsePieces } from '../parsePieces.ts';
import { peerNames } from '../providers.ts';
import { Form } from './Form.tsx';

const MOST_TOLD = 5;

/** All or nothing: while a line is not understood, the text stays here and says which. */
export function PasteForm({ document, onAdd, onClose }: Omit<FormProps, 'list'>) {
  const id = useId();
  const [text, setText] = useState('');
  const { entries, problems } = useMemo(
    () => parsePieces(text, peerNames(document.machine)),
    [text, document.machine],
  );
  const isEmpty = entries.length === 0 && problems.length === 0;
  const why =
    problems.length > 0
      ? `${problems.length === 1 ? 'One piece is' : `${problems.length} pieces are`} not understood; nothing is added yet.`
      : null;
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return (
    <Form
      title="Paste addresses and lengths"
      action={isEmpty ? null : `Add ${count}`}
      why={why}
      onAct={() => {
        if (entries.length > 0) onAdd(entries, `paste ${count}`);
      }}
      onClose={onClose}
    >
      <label htmlFor={id} className={styles.label}>
        One piece a line, or with commas between
      </label>
      <textarea
        id={id}
        className={styles.paste}
        value={text}
        spellCheck={false}
        rows={4}
        placeholder={'0x123456000+0x1000\n10000000-10000fff\n4K, 8K'}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => setText(target.value)}
      />
      {problems.length > 0 && (
        <div role="alert">
          <ul className={styles.problems}>
            {problems.slice(0, MOST_TOLD).map(({ line, found, expected }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several
              <li key={at}>
                Line {line}: “{found.slice(0, 60)}”. {sentence(expected)}
              </li>
            ))}
            {problems.length > MOST_TOLD && <li>And {problems.length - MOST_TOLD} more.</li>}
          </ul>
        </div>
      )}
      <p id={`${id}-help`} className={styles.quiet} hidden={problems.length > 0}>
        Understood are {PIECE_FORMS}. Behind an address without 0x, a length is hexadecimal, too.
      </p>
    </Form>
  );
}

/** Expectations are sentences, or what was expected. */
const sentence = (expected: string): string =>
  expected.endsWith('.') ? expected : `Expected ${expected}.`;
