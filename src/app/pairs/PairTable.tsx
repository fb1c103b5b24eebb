import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { PairVerdict } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import { reasonSentence } from '../../parts/ruleWords.ts';
import { shortTitle } from '../../parts/shortTitle.ts';
import { Term } from '../../parts/Term.tsx';
import type { Pair } from './filterPairs.ts';
import styles from './PairTable.module.css';
import { rowAfterKey } from './rowKeys.ts';
import { VerdictCell } from './VerdictCell.tsx';

interface Props {
  readonly verdicts: readonly PairVerdict[];
  readonly titles: ReadonlyMap<FunctionId, string>;
  /** Place of the first row among all that are listed, from 0. */
  readonly begin: number;
  readonly total: number;
  /** All functions are in one PCI domain, which then need not take room everywhere. */
  readonly oneDomain: boolean;
  readonly chosen: Pair | null;
  readonly onChoose: (pair: Pair) => void;
  /** Escape in a row. */
  readonly onLeave: () => void;
}

/** Id of a row's button, by which focus finds its way back. */
export function rowButtonId({ provider, client }: Pair): string {
  return `pair-${provider}-${client}`;
}

/**
 * The verdicts, one ordered pair a row. The body is one stop of the Tab key; arrows move between
 * rows, Enter or a click chooses one.
 */
export function PairTable(props: Props) {
  const { verdicts, titles, begin, total, oneDomain, chosen, onChoose, onLeave } = props;
  const [active, setActive] = useState(0);
  const stop = Math.min(active, verdicts.length - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key === 'Escape') onLeave();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowAfterKey(event.key, stop, verdicts.length);
    if (row === null) return;
    event.preventDefault();
    setActive(row);
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('button[data-row]');
    buttons[row]?.focus();
  };
  const onClick = (event: MouseEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof Element)) return;
    const isMarkingText = getSelection()?.isCollapsed === false;
    const isButton = event.target.closest('button') !== null;
    if (isMarkingText && !isButton) return;
    const row = Number(event.target.closest('tr')?.dataset.row);
    const verdict = verdicts[row];
    if (!verdict) return;
    setActive(row);
    onChoose(verdict);
  };

  return (
    <table
      className={styles.table}
      aria-rowcount={total + 1}
      data-one-domain={oneDomain || undefined}
    >
      <caption className="unseen">Ordered pairs of provider and client</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles.end}>
            <Term id="provider">Provider</Term>
          </th>
          <th scope="col" className={styles.end}>
            <Term id="client">Client</Term>
          </th>
          <th scope="col" className={styles.verdict}>
            <Term id="verdict">Verdict</Term>
          </th>
          <th scope="col" className={styles.distance}>
            <Term id="distance">Distance</Term>
          </th>
          <th scope="col" className={styles.reason}>
            Reason
          </th>
          <th scope="col" className={styles.acs}>
            <Term id="acs" align="end">
              ACS redirects at
            </Term>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={onKeyDown} onClick={onClick}>
        {verdicts.map((verdict, row) => {
          const { provider, client } = verdict;
          const isChosen = chosen?.provider === provider && chosen.client === client;
          return (
            <tr
              key={rowButtonId(verdict)}
              data-row={row}
              aria-rowindex={begin + row + 2}
              data-chosen={isChosen || undefined}
            >
              <FunctionCell id={provider} title={titles.get(provider) ?? ''} />
              <FunctionCell id={client} title={titles.get(client) ?? ''} />
              <VerdictCell
                verdict={verdict}
                id={rowButtonId(verdict)}
                isChosen={isChosen}
                isTabStop={row === stop}
                onFocus={() => setActive(row)}
              />
              <td className={styles.distance}>{verdict.distance ?? '?'}</td>
              <td className={styles.reason}>{reasonSentence(verdict)}</td>
              <AcsCell redirect={verdict.acsRedirect} unknown={verdict.acsUnknown} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function FunctionCell({ id, title }: { readonly id: FunctionId; readonly title: string }) {
  return (
    <td className={styles.end}>
      <Bdf id={id} />
      <span className={styles.title} title={title}>
        {shortTitle(title)}
      </span>
    </td>
  );
}

const SHOWN = 2;

interface AcsCellProps {
  readonly redirect: readonly FunctionId[];
  readonly unknown: readonly FunctionId[];
}

function AcsCell({ redirect, unknown }: AcsCellProps) {
  const more = redirect.length - SHOWN;
  return (
    <td className={styles.acs}>
      {redirect.slice(0, SHOWN).map((id, index) => (
        <span key={id} className={styles.at}>
          <Bdf id={id} />
          {index === SHOWN - 1 && more > 0 && ` +${more}`}
        </span>
      ))}
      {redirect.length === 0 && unknown.length > 0 && (
        <span className={styles.quiet}>hidden at {unknown.length}</span>
      )}
      {redirect.length === 0 && unknown.length === 0 && <span className={styles.quiet}>–</span>}
    </td>
  );
}
