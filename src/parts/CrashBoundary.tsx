import { Component, type ReactNode } from 'react';
import styles from './CrashBoundary.module.css';

interface Props {
  readonly children: ReactNode;
  /** What could not be drawn: "the matrix". */
  readonly name: string;
  /** Gets the document out of the page; `null` where there is none yet. */
  readonly onDownload: (() => void) | null;
}

interface State {
  readonly message: string | null;
}

/**
 * A mistake of ours while drawing ends in a sentence, not in an empty page, and only where it
 * happened. The document is kept elsewhere and is not touched by it.
 */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    const { name, onDownload, children } = this.props;
    if (message === null) return children;
    return (
      <section role="alert" className={styles.crash}>
        <h2>Peerlane made a mistake</h2>
        <p>
          While drawing {name}: <code>{message}</code>
        </p>
        <p>Your document is not touched by this. If it happens again, report the message above.</p>
        <div className={styles.ways}>
          <button type="button" onClick={() => this.setState({ message: null })}>
            Try again
          </button>
          {onDownload && (
            <button type="button" onClick={onDownload}>
              Download my document
            </button>
          )}
          <button type="button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </div>
      </section>
    );
  }
}
