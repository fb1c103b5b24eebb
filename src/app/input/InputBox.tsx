import {
  type ChangeEvent,
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useRef,
} from 'react';
import styles from './InputBox.module.css';

interface Props {
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
  /** Reads what is in the box. */
  readonly openText: (text: string) => void;
  /** Reads a text that is not put into the box unless it turns out unreadable. */
  readonly takeText: (text: string) => void;
  readonly openFile: (file: File) => void;
  readonly openExample: () => void;
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
 * Where a machine comes in. A paste is read at once; what is typed, when asked. The box is left to
 * the browser (no controlled value): a dump is megabytes.
 */
export function InputBox({ boxRef, openText, takeText, openFile, openExample }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const pasted = useRef(false);
  const read = () => openText(boxRef.current?.value ?? '');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const replacesAll = selectionStart === 0 && selectionEnd === value.length;
    if (file && text === '') {
      event.preventDefault();
      openFile(file);
    } else if (text.length > TOO_LONG_TO_SHOW && replacesAll) {
      event.preventDefault();
      takeText(text);
    } else {
      pasted.current = true;
    }
  };
  const onInput = () => {
    if (pasted.current) read();
    pasted.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read();
  };
  const onFile = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) openFile(file);
    event.target.value = ''; // so that the same file can be chosen again
  };

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <label htmlFor="dump" className={styles.label}>
        Paste the output of <code>lspci</code>, or drop a file anywhere on this page
      </label>
      <textarea
        id="dump"
        ref={boxRef}
        className={styles.box}
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
        <button type="button" onClick={() => chooser.current?.click()}>
          Choose a file…
        </button>
        <input
          ref={chooser}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={onFile}
        />
        <button type="button" onClick={openExample}>
          Try an example
        </button>
        <p className={styles.promise}>Nothing leaves this page. Plain text or .gz.</p>
      </div>
    </form>
  );
}
