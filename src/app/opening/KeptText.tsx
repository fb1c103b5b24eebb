import { downloadText } from '../../store/downloadText.ts';
import styles from './KeptText.module.css';

/** A text too long for the box is not lost for that. */
export function KeptText({ text }: { readonly text: string }) {
  const download = () => downloadText(text, 'pasted-text.txt', 'text/plain');
  return (
    <p className={styles.kept}>
      The text is too long to be shown here.
      <button type="button" className="small" onClick={download}>
        Download it
      </button>
    </p>
  );
}
