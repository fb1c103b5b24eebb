import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { copyText } from '../../parts/copyText.ts';
import { downloadText } from '../../store/downloadText.ts';
import { fileNameOf } from '../../store/fileNameOf.ts';
import { peerlane, usePeerlane } from '../../store/peerlane.ts';
import { EXAMPLE_TEXT } from './example.ts';
import { GrammarHelp } from './GrammarHelp.tsx';
import { ProblemList } from './ProblemList.tsx';
import { type SketchState, SketchView } from './sketchView.ts';
import styles from './TextPanel.module.css';

const NOTHING: SketchState = { problems: [], dropped: [], isEmpty: false };
const never = () => () => {};

/** The machine as text, in step with the drawing both ways. */
export function TextPanel() {
  const isOpen = usePeerlane((state) => state.document !== null);
  return isOpen ? <Text /> : null;
}

function Text() {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<SketchView | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // Styles of a shadow root are sheets made by script: the policy lets no others in.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open', delegatesFocus: true });
    const made = new SketchView(root, peerlane);
    setView(made);
    return () => {
      setView(null);
      made.destroy();
    };
  }, []);
  const state = useSyncExternalStore(view?.subscribe ?? never, view?.state ?? (() => NOTHING));
  return (
    <div className={styles.panel}>
      <Tools view={view} />
      {/* It has its name once there is something to lead the focus to. */}
      <div ref={place} id={view ? 'machine-text' : undefined} className={styles.editor} />
      {state.isEmpty && (
        <div className={styles.start}>
          <p>
            Write one part a line, indented below what it is plugged into. Ctrl+Space shows what
            could come next.
          </p>
          <button type="button" className="small" onClick={() => view?.write(EXAMPLE_TEXT)}>
            Begin with an example
          </button>
        </div>
      )}
      {state.dropped.length > 0 && (
        <p className={styles.dropped}>The text does not carry {listed(state.dropped)}.</p>
      )}
      <ProblemList
        problems={state.problems}
        onGo={(at) => view?.goTo(at)}
        onMend={(at) => view?.mend(at)}
      />
      <p className={styles.keys}>
        <kbd>Ctrl+Space</kbd> completes, <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the text
      </p>
    </div>
  );
}

function Tools({ view }: { readonly view: SketchView | null }) {
  const name = usePeerlane((state) => state.document?.machine.name ?? '');
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    if (!view) return;
    void copyText(view.outsideText).then((done) => setSaid(done ? 'Copied' : 'Not copied'));
  };
  const download = () => {
    if (view) downloadText(view.outsideText, fileNameOf(name, 'sketch'), 'text/plain');
  };
  return (
    <div className={styles.tools}>
      <button type="button" className="small" onClick={copy}>
        <span aria-live="polite">{said ?? 'Copy'}</span>
        {said === null && <span className="unseen"> the text</span>}
      </button>
      <button type="button" className="small" onClick={download}>
        Download<span className="unseen"> the text as .sketch</span>
      </button>
      <GrammarHelp />
    </div>
  );
}

/** "a, b and c" */
function listed(parts: readonly string[]): string {
  const [last] = parts.slice(-1);
  return parts.length < 2 ? (last ?? '') : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
