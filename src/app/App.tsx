import { Suspense, useEffect } from 'react';
import { CrashBoundary } from '../parts/CrashBoundary.tsx';
import { focusSheet } from '../parts/focusSheet.ts';
import { usePeerlane } from '../store/peerlane.ts';
import styles from './App.module.css';
import { useClipboard } from './clipboard/useClipboard.ts';
import { useCommandKeys } from './commands/useCommands.ts';
import { useLinkCommands } from './commands/useLinkCommands.ts';
import { usePutBack } from './commands/usePutBack.ts';
import { ConditionsBar } from './conditions/ConditionsBar.tsx';
import { EngineBanner } from './health/EngineBanner.tsx';
import { ProgressLine } from './health/ProgressLine.tsx';
import { LiveRegion } from './notices/LiveRegion.tsx';
import { Notices } from './notices/Notices.tsx';
import { useDropAndPaste } from './opening/useDropAndPaste.ts';
import { useRoom } from './room/room.ts';
import { useLeaveGuard } from './room/useLeaveGuard.ts';
import { useRoomEvents } from './room/useRoomEvents.ts';
import {
  AddDialog,
  DivideDialog,
  EmptyRoom,
  fetchLaterParts,
  GalleryDialog,
  HelpDialog,
  OpenDialog,
  Palette,
  ReplaceDialog,
  SpliceInDialog,
} from './shell/laterParts.ts';
import { Region } from './shell/Region.tsx';
import { Workbench } from './shell/Workbench.tsx';
import { TopBar } from './topbar/TopBar.tsx';

/** The page: one machine on the table, the conditions it is judged under, and what docks round it. */
export function App() {
  const document = usePeerlane((state) => state.document);
  const isStarted = usePeerlane((state) => state.isStarted);
  const isReading = usePeerlane((state) => state.opening.kind === 'reading');
  const isStartShown = useRoom((state) => state.isStartShown);
  const isOver = useDropAndPaste();
  useRoomEvents();
  useLeaveGuard();
  usePutBack();
  useCommandKeys();
  useLinkCommands(isStarted && document !== null);
  useClipboard();
  const isInSight = document !== null || (isStarted && !isReading);
  useEffect(() => {
    if (isInSight) fetchLaterParts();
  }, [isInSight]);
  const name = document?.machine.name;
  useEffect(() => {
    window.document.title = name === undefined ? 'Peerlane' : `${name} – Peerlane`;
  }, [name]);

  const isTableEmpty = document === null || isStartShown;
  return (
    <div className={styles.app}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, only better than the browser would */}
      <a
        className={styles.skip}
        href="#sheet"
        onClick={(event) => {
          event.preventDefault(); // the address stays as it is
          focusSheet();
        }}
      >
        Skip to the drawing
      </a>
      <TopBar />
      {document !== null && !isStartShown && (
        <Region name="the conditions">
          <ConditionsBar document={document} />
        </Region>
      )}
      <EngineBanner />
      {document !== null && !isStartShown && <Workbench />}
      {isTableEmpty && isReading && (
        <div className={styles.waiting}>
          <ProgressLine />
        </div>
      )}
      {isTableEmpty && isStarted && (!isReading || isStartShown) && (
        <Region name="the start page">
          <Suspense>
            <EmptyRoom />
          </Suspense>
        </Region>
      )}
      <Dialogs />
      <Notices />
      <LiveRegion />
      {isOver && <p className={styles.drop}>Drop to open</p>}
    </div>
  );
}

/** One at a time. What goes wrong in one takes nothing else along. */
function Dialogs() {
  const dialog = useRoom((state) => state.dialog);
  if (dialog === null) return null;
  return (
    <CrashBoundary key={dialog} name="a dialog" onDownload={null}>
      <Suspense>
        {dialog === 'open' && <OpenDialog />}
        {dialog === 'gallery' && <GalleryDialog />}
        {dialog === 'palette' && <Palette />}
        {dialog === 'help' && <HelpDialog />}
        {dialog === 'add' && <AddDialog />}
        {dialog === 'splice-in' && <SpliceInDialog />}
        {dialog === 'replace' && <ReplaceDialog />}
        {dialog === 'divide' && <DivideDialog />}
      </Suspense>
    </CrashBoundary>
  );
}
