import { Component, type ReactNode } from 'react';
import styles from './CrashBoundary.module.css';
import { NotLoadedError } from './NotLoadedError.ts';

interface Props {
  readonly children: ReactNode;
  /** What could not be drawn: "the matrix". */
  readonly name: string;
  /** Gets the document out of the page; `null` where there is none yet. */
  readonly onDownload: (() => void) | null;
  /** Takes away what is probably drawn wrong; then it is tried again. */
  readonly wayOut?: { readonly title: string; readonly run: () => void | Promise<void> };
}

interface State {
  readonly error: unknown;
  readonly hasFailed: boolean;
}

/**
 * A mistake of ours while drawing ends in a sentence, not in an empty page, and only where it
 * happened. The document is kept elsewhere and is not touched by it.
 */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, hasFailed: true };
  }

  override render(): ReactNode {
    const { error, hasFailed } = this.state;
    const { name, onDownload, wayOut, children } = this.props;
    const tryAgain = () => this.setState({ error: null, hasFailed: false });
    if (!hasFailed) return children;
    const isMissing = error instanceof NotLoadedError;
    return (
      <section role="alert" className={styles.crash}>
        {isMissing ? (
          <>
            <h2>A part of the page is missing</h2>
            <p>
              What draws {name} could not be loaded: you may be offline, or this tab may be older
              than the site. Your document is not touched by this; load the page again.
            </p>
          </>
        ) : (
          <>
            <h2>Peerlane made a mistake</h2>
            <p>
              While drawing {name}: <code>{words(error)}</code>
            </p>
            <p>
              Your document is not touched by this. If it happens again, report the message above.
            </p>
          </>
        )}
        <div className={styles.ways}>
          {!isMissing && (
            <button type="button" onClick={tryAgain}>
              Try again
            </button>
          )}
          {!isMissing && wayOut && (
            <button type="button" onClick={() => void Promise.resolve(wayOut.run()).then(tryAgain)}>
              {wayOut.title}
            </button>
          )}
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

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
