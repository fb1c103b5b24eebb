import {
  type ClipboardEvent,
  type FormEvent,
  type InputEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
} from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import { chooseFile } from './chooseFile.ts';
import { KeptText } from './KeptText.tsx';
import styles from './PasteBox.module.css';

interface Props {
  readonly id: string;
  /** What could not be read before, to be mended. */
  readonly text: string;
  /** The next paste goes here without a click. */
  readonly hasFocus?: boolean;
}

const PLACEHOLDER = `00:00.0 Host bridge [0600]: …
\tControl: I/O+ Mem+ BusMaster- …
00:02.0 PCI bridge [0604]: … (prog-if 00 [Normal decode])
\tBus: primary=00, secondary=01, subordinate=04, sec-latency=0
\tCapabilities: [148 v1] Access Control Services
\t\tACSCtl:\tSrcValid+ TransBlk- ReqRedir+ CmpltRedir+ …
…`;

/** Browsers take seconds to lay out megabytes of lines, far longer than reading them takes. */
const TOO_LONG_TO_SHOW = 500_000;

/**
 * Where a text comes in. A paste is read at once; what is typed, when asked. The box is left to
 * the browser (no controlled value): a dump is megabytes.
 */
export function PasteBox({ id, text, hasFocus = false }: Props) {
  const { openText, openFile } = usePeerlane((state) => state.actions);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (hasFocus) box.current?.focus();
  }, [hasFocus]);
  const read = (what = box.current?.value ?? '') => void openText(what, 'pasted text');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isReplacingAll = selectionStart === 0 && selectionEnd === value.length;
    if (file && pasted === '') {
      event.preventDefault();
      void openFile(file);
    } else if (pasted.length > TOO_LONG_TO_SHOW && isReplacingAll) {
      event.preventDefault();
      read(pasted);
    }
  };
  const onInput = ({ nativeEvent }: InputEvent<HTMLTextAreaElement>) => {
    if (nativeEvent.inputType === 'insertFromPaste') read();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read();
  };

  const isShown = text.length <= TOO_LONG_TO_SHOW;
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {!isShown && <KeptText text={text} />}
      <label htmlFor={id} className={styles.label}>
        Paste the output of <code>lspci</code>, or drop a file anywhere on this page
      </label>
      <textarea
        id={id}
        ref={box}
        className={styles.box}
        defaultValue={isShown ? text : ''}
        placeholder={PLACEHOLDER}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onPaste={onPaste}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <div className={styles.actions}>
        <button type="submit" className="primary">
          Read it
        </button>
        <button type="button" onClick={() => void chooseFile(openFile)}>
          Choose a file…
        </button>
        <p className={styles.promise}>Nothing leaves this page. Plain text or .gz.</p>
      </div>
    </form>
  );
}
