import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './App.module.css';
import { ConditionsBar } from './conditions/ConditionsBar.tsx';
import { Legend } from './explain/Legend.tsx';
import { CollectCommand } from './input/CollectCommand.tsx';
import { FailureMessage } from './input/FailureMessage.tsx';
import { InputBox } from './input/InputBox.tsx';
import { useDropAndPaste } from './input/useDropAndPaste.ts';
import { PairsSection } from './pairs/PairsSection.tsx';
import { TopBar } from './parts/TopBar.tsx';
import { ReadHeader } from './report/ReadHeader.tsx';
import { useSession } from './state/useSession.ts';
import { TreeText } from './tree/TreeText.tsx';

/** The page: something comes in, and what the kernel would make of it is shown. */
export function App() {
  const { session, actions, judge } = useSession();
  const { status, loaded } = session;
  const [boxOpen, setBoxOpen] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const readTitle = useRef<HTMLHeadingElement>(null);

  /** Text that went round the box; it is put there only when it could not be read. */
  const besideBox = useRef<string | null>(null);
  const openText = useCallback(
    (text: string) => {
      besideBox.current = null;
      actions.openText(text, 'pasted text');
    },
    [actions],
  );
  const takeText = useCallback(
    (text: string) => {
      openText(text);
      besideBox.current = text;
    },
    [openText],
  );
  const over = useDropAndPaste({ takeText, takeFile: actions.openFile });

  // A machine has come: fold the box away and begin reading at the top.
  const serial = loaded?.serial;
  useEffect(() => {
    if (serial === undefined) return;
    setBoxOpen(false);
    // Read and understood: what is pasted next shall not be joined to it.
    if (box.current) box.current.value = '';
    besideBox.current = null;
    readTitle.current?.focus();
  }, [serial]);
  const failed = status.kind === 'failed' ? status.serial : undefined;
  useEffect(() => {
    if (failed === undefined) return;
    setBoxOpen(true);
    if (box.current && besideBox.current !== null) box.current.value = besideBox.current;
    besideBox.current = null;
  }, [failed]);

  const toggleBox = () => {
    flushSync(() => setBoxOpen(!boxOpen));
    if (!boxOpen) box.current?.focus();
  };
  const isBoxShown = loaded === null || boxOpen;
  return (
    <>
      <TopBar />
      <main className={styles.main} data-over={over || undefined}>
        {loaded === null && (
          <p className={styles.lead}>
            Which peer-to-peer DMA would the Linux kernel allow between the PCIe devices of a
            machine, and why?
          </p>
        )}
        <p className={styles.reading} role="status">
          {status.kind === 'reading' && `Reading ${status.source}…`}
        </p>
        {status.kind === 'failed' && (
          <FailureMessage
            key={status.serial}
            failure={status.failure}
            earlierStays={loaded !== null}
          />
        )}
        <div
          id="input"
          className={styles.input}
          hidden={!isBoxShown}
          data-compact={loaded !== null || status.kind === 'failed' || undefined}
        >
          <InputBox
            boxRef={box}
            openText={openText}
            takeText={takeText}
            openFile={actions.openFile}
            openExample={actions.openExample}
          />
          <div className={styles.beside}>
            <CollectCommand />
            {loaded === null && <Legend />}
          </div>
        </div>
        {loaded !== null && (
          <div className={styles.report}>
            <ReadHeader
              loaded={loaded}
              titleRef={readTitle}
              action={
                <button
                  type="button"
                  aria-expanded={boxOpen}
                  aria-controls="input"
                  onClick={toggleBox}
                >
                  Read another machine
                </button>
              }
            />
            <ConditionsBar
              settings={loaded.reading.machine.settings}
              conditions={loaded.judgement.conditions}
              asked={loaded.asked}
              onAsk={(asked) => actions.ask(loaded.serial, asked, loaded.bridgesToo)}
            />
            <PairsSection
              key={loaded.serial}
              judge={judge}
              loaded={loaded}
              onBridgesToo={(bridgesToo) => actions.ask(loaded.serial, loaded.asked, bridgesToo)}
            />
            <TreeText key={`tree ${loaded.serial}`} reading={loaded.reading} />
          </div>
        )}
      </main>
      {over && <p className={styles.drop}>Drop to read</p>}
    </>
  );
}
