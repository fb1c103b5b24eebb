import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
}

/** A mistake of ours while drawing ends in a sentence, not in an empty page. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main role="alert" className="crash">
        <h1>Peerlane made a mistake</h1>
        <p>
          While drawing this page: <code>{message}</code>
        </p>
        <p>Load the page again; if it happens again, report the message above.</p>
      </main>
    );
  }
}
