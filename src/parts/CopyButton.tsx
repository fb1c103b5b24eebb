import { useEffect, useState } from 'react';
import { copyText } from './copyText.ts';

interface Props {
  readonly text: string;
  /** What is copied, for those who hear the button: "Copy the command". */
  readonly what: string;
  /** The same is written on the button, where what is copied is not in sight. */
  readonly inFull?: boolean;
}

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, what, inFull = false }: Props) {
  const [said, setSaid] = useState<'Copied' | 'Not copied' | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    void copyText(text).then((done) => setSaid(done ? 'Copied' : 'Not copied'));
  };
  return (
    <button type="button" className="small" onClick={copy}>
      <span aria-live="polite">{said ?? 'Copy'}</span>
      {said === null && <span className={inFull ? '' : 'unseen'}> {what}</span>}
    </button>
  );
}
