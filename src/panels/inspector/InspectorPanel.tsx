import { type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { FunctionView } from './function/FunctionView.tsx';
import { type Go, GoContext, type Lead, LeadContext } from './go.ts';
import { HostView } from './host/HostView.tsx';
import styles from './InspectorPanel.module.css';
import { type Inspected, inspected } from './inspected.ts';
import { MachineView } from './machine/MachineView.tsx';
import { SlotView } from './machine/SlotView.tsx';
import { SocketView } from './machine/SocketView.tsx';
import { type Folded, FoldedContext } from './Section.tsx';
import { SeveralView } from './several/SeveralView.tsx';

/** What is selected, with its registers spelled out and open to change. */
export function InspectorPanel() {
  const document = usePeerlane((state) => state.document);
  if (document === null) return null;
  return <Inspector key={document.serial} document={document} />;
}

function Inspector({ document }: { readonly document: OpenDocument }) {
  const selection = usePeerlane((state) => state.selection);
  const { select, moveCamera } = usePeerlane((state) => state.actions);
  const shown = inspected(document, selection);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** A row of this panel was pressed and is gone with the part it belonged to. */
  const leads = useRef(false);
  /** Counts the times that somebody was led elsewhere, be it to what is shown already. */
  const [led, setLed] = useState(0);

  const go: Go = useCallback(
    (id, event) => {
      const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
      leads.current = !isMore;
      select([id], isMore ? 'toggle' : 'replace');
      moveCamera('reveal-focus');
    },
    [select, moveCamera],
  );
  const lead: Lead = useCallback(
    (id) => {
      leads.current = true;
      select(id === null ? [] : [id]);
      setLed((count) => count + 1);
    },
    [select],
  );
  const key = keyOf(shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another part comes in sight
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
    if (leads.current) heading.current?.focus({ preventScroll: true });
    leads.current = false;
  }, [key, led]);

  return (
    <GoContext value={go}>
      <LeadContext value={lead}>
        <FoldedContext value={useFolded()}>
          <div ref={panel} className={styles.panel}>
            <View key={key} document={document} shown={shown} headingRef={heading} />
          </div>
        </FoldedContext>
      </LeadContext>
    </GoContext>
  );
}

interface ViewProps {
  readonly document: OpenDocument;
  readonly shown: Inspected;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

function View({ document, shown, headingRef }: ViewProps) {
  switch (shown.kind) {
    case 'machine':
      return <MachineView document={document} headingRef={headingRef} />;
    case 'function':
      return <FunctionView document={document} fn={shown.fn} headingRef={headingRef} />;
    case 'host':
      return <HostView document={document} host={shown.host} headingRef={headingRef} />;
    case 'socket':
      return <SocketView document={document} socket={shown.socket} headingRef={headingRef} />;
    case 'slot':
      return <SlotView document={document} slot={shown.slot} headingRef={headingRef} />;
    case 'several':
      return <SeveralView document={document} ids={shown.ids} headingRef={headingRef} />;
  }
}

/** Another part, another view; of several parts one view, however many they are. */
function keyOf(shown: Inspected): string {
  switch (shown.kind) {
    case 'function':
      return `function ${shown.fn.id}`;
    case 'host':
      return `host ${shown.host.id}`;
    case 'socket':
      return `socket ${shown.socket.id}`;
    case 'slot':
      return `slot ${shown.slot.id}`;
    case 'machine':
    case 'several':
      return shown.kind;
  }
}

function useFolded(): Folded {
  const [titles, setTitles] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback((title: string, isFolded: boolean) => {
    setTitles((before) => {
      if (before.has(title) === isFolded) return before;
      const after = new Set(before);
      if (isFolded) after.add(title);
      else after.delete(title);
      return after;
    });
  }, []);
  return useMemo(() => ({ titles, fold }), [titles, fold]);
}
