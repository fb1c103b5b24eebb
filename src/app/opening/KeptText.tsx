import styles from './KeptText.module.css';

/** A text too long for the box is not lost for that. */
export function KeptText({ text }: { readonly text: string }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'pasted-text.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <p className={styles.kept}>
      The text is too long to be shown here.
      <button type="button" className="small" onClick={download}>
        Download it
      </button>
    </p>
  );
}
