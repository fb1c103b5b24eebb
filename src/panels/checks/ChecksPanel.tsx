import { useEffect, useMemo, useRef, useState } from 'react';
import type { Check } from '../../engine/check/check.ts';
import { CHECK_WORDS } from '../../engine/check/checkWords.ts';
import { findingsAreShown, useAskedFindings } from '../../parts/askedFindings.ts';
import { Icon } from '../../parts/Icon.tsx';
import { usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { CheckItem } from './CheckItem.tsx';
import styles from './ChecksPanel.module.css';
import { type CheckSection, checkSections, countsWords, severityWords } from './checkGroups.ts';
import { addressWords, partWords } from './partWords.ts';

/** What looks wrong on the machine, why it matters, and what would mend it. */
export function ChecksPanel() {
  const { document, results } = usePeerlaneShallow((state) => ({
    document: state.document,
    results: state.results,
  }));
  if (!document) return <p className={styles.nothing}>Open a machine to see what looks wrong.</p>;
  if (!results) {
    return (
      <p role="status" className={styles.nothing}>
        Checking…
      </p>
    );
  }
  return (
    <Checks
      document={document}
      checks={results.checks}
      isStale={results.revision !== document.revision}
    />
  );
}

interface Props {
  readonly document: OpenDocument;
  readonly checks: readonly Check[];
  readonly isStale: boolean;
}

function Checks({ document, checks, isStale }: Props) {
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLElement>(null);
  const asked = useAskedFindings();
  const [led, setLed] = useState(NOTHING_ASKED);
  // A filter might hide what was asked for.
  useEffect(() => {
    if (asked === null) return;
    setWanted('');
    setLed(asked);
    findingsAreShown();
  }, [asked]);
  useEffect(() => {
    if (led.length === 0) return;
    const first = list.current?.querySelector<HTMLElement>('[data-asked]');
    first?.scrollIntoView({ block: 'nearest' });
    first?.focus({ preventScroll: true });
  }, [led]);
  const sections = useMemo(
    () => checkSections(checks, wanted, (check) => namesOf(document, check)),
    [checks, wanted, document],
  );
  return (
    <div className={styles.panel}>
      <UpdatingTag isStale={isStale} />
      <div className={styles.shown} data-stale={isStale || undefined} aria-busy={isStale}>
        <header className={styles.head}>
          <h2>Checks</h2>
          <p className={styles.counts}>{countsWords(checks) || 'nothing looks wrong'}</p>
          {checks.length > 0 && (
            <input
              type="search"
              className={styles.filter}
              aria-label="Filter the checks"
              placeholder="Filter"
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
            />
          )}
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable */}
        <section ref={list} className={styles.body} tabIndex={0} aria-label="Findings">
          {checks.length === 0 && <NothingWrong />}
          {checks.length > 0 && sections.length === 0 && (
            <p className={styles.none}>No finding has these words.</p>
          )}
          {sections.map((section) => (
            <Section key={section.severity} section={section} list={list} asked={led} />
          ))}
        </section>
      </div>
    </div>
  );
}

const NOTHING_ASKED: readonly string[] = [];

function namesOf(document: OpenDocument, { parts }: Check): readonly string[] {
  return parts.flatMap((part) => [
    partWords(document, part),
    addressWords(document, part) ?? '',
    document.titles.get(part as Parameters<typeof document.titles.get>[0]) ?? '',
  ]);
}

interface SectionProps {
  readonly section: CheckSection;
  readonly list: React.RefObject<HTMLElement | null>;
  /** Parts whose findings were asked for. */
  readonly asked: readonly string[];
}

function Section({ section, list, asked }: SectionProps) {
  const { severity, count, groups } = section;
  return (
    <section aria-labelledby={`checks-${severity}`} className={styles.section}>
      <h3 id={`checks-${severity}`} className={styles.severity} data-severity={severity}>
        <Icon name={severity === 'note' ? 'info' : 'warning'} />
        {severityWords(severity, count)}
      </h3>
      <ul className={styles.groups}>
        {groups.map(({ id, title, why, checks }) => (
          <li key={id} className={styles.group}>
            <h4>{title}</h4>
            <p className={styles.why}>{why}</p>
            <ul className={styles.checks}>
              {checks.map((check, index) => (
                <CheckItem
                  // biome-ignore lint/suspicious/noArrayIndexKey: one answer, shown as it is
                  key={index}
                  check={check}
                  list={list}
                  isAsked={check.parts[0] !== undefined && asked.includes(check.parts[0])}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was looked for, so that silence can be trusted. */
function NothingWrong() {
  const isDrawn = usePeerlane((state) => state.document?.machine.origin === 'drawn');
  return (
    <div className={styles.calm}>
      <p>
        <Icon name="check" /> Nothing looks wrong. Looked for:
      </p>
      <ul>
        {Object.entries(CHECK_WORDS).map(([id, { title }]) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {!isDrawn && (
        <p className={styles.why}>
          What a dump does not show (lanes of slots, sizes of BARs) leads to no finding.
        </p>
      )}
    </div>
  );
}
