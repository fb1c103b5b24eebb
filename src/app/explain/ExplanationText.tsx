import type { Conditions, Explanation, Fix, Reason } from '../../engine/report.ts';
import { COLLECT_COMMAND } from '../../formats/read/context/collect.ts';
import type { FunctionId } from '../../model/ids.ts';
import { Bdf, WithAddresses } from '../../parts/Bdf.tsx';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { confidenceWords, decidingAssumptions, distanceWords } from '../../parts/explainWords.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import styles from './ExplanationText.module.css';

interface Props {
  readonly explanation: Explanation;
  readonly conditions: Conditions;
  readonly titles: ReadonlyMap<FunctionId, string>;
  readonly onClose: () => void;
}

/** One verdict in full: what, for whom, why, in the kernel's words, and what would change it. */
export function ExplanationText({ explanation, conditions, titles, onClose }: Props) {
  const { verdict, reasons, log, fixes } = explanation;
  const kind = verdict.mapType ?? 'unknown';
  const assumptions = decidingAssumptions(verdict, conditions);
  return (
    <div className={styles.text} data-kind={kind}>
      <header className={styles.head}>
        <h2>
          <Glyph kind={kind} />
          {VERDICT_WORDS[kind].title} <code>{verdict.possible.join(' or ')}</code>
        </h2>
        <button type="button" className="small" onClick={onClose}>
          Close
        </button>
      </header>
      <dl className={styles.facts}>
        <dt>Provider</dt>
        <dd>
          <Bdf id={verdict.provider} /> {titles.get(verdict.provider)}
        </dd>
        <dt>Client</dt>
        <dd>
          <Bdf id={verdict.client} /> {titles.get(verdict.client)}
        </dd>
        <dt>Distance</dt>
        <dd>{distanceWords(verdict)}</dd>
        <dt>Judged as</dt>
        <dd>{conditions.kernel.value.title}</dd>
        <dt>Certainty</dt>
        <dd>{confidenceWords(verdict)}</dd>
      </dl>
      {kind === 'unknown' && <Settle />}
      {assumptions.map(({ id, text }) => (
        <p key={id} className={styles.assumption}>
          <Glyph kind="unknown" />
          <span>
            {kind === 'unknown'
              ? 'Which outcomes are open rests on an assumption: '
              : 'Decided by an assumption: '}
            <WithAddresses text={text} />.
          </span>
        </p>
      ))}
      <h3>Why</h3>
      <Reasons reasons={reasons} />
      {log.length > 0 && (
        <>
          <header className={styles.head}>
            <h3>What the kernel would log, in substance</h3>
            <CopyButton text={log.join('\n')} what="the log lines" />
          </header>
          <pre className={styles.log}>{log.join('\n')}</pre>
        </>
      )}
      {fixes.length > 0 && (
        <>
          <h3>What would change it</h3>
          <Fixes fixes={fixes} />
        </>
      )}
    </div>
  );
}

function Settle() {
  return (
    <div className={styles.settle}>
      <p>A dump taken as root shows what is hidden here.</p>
      <CopyButton text={COLLECT_COMMAND} what="the command that collects it" inFull />
    </div>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ol className={styles.reasons}>
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one chain, shown as it is
        <li key={index}>
          <WithAddresses text={reason.text} />
          <span className={styles.source}>
            <code>{reason.rule}</code> {reason.source}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Fixes({ fixes }: { readonly fixes: readonly Fix[] }) {
  return (
    <ul className={styles.fixes}>
      {fixes.map((fix) => {
        const after = fix.verdictAfter ?? 'unknown';
        return (
          <li key={fix.kind}>
            <WithAddresses text={fix.text} />
            <span className={styles.after}>
              Then: <Glyph kind={after} /> {VERDICT_WORDS[after].title}
            </span>
            {fix.cmdline !== undefined && (
              <div className={styles.cmdline}>
                <code>{fix.cmdline}</code>
                <CopyButton text={fix.cmdline} what="the kernel parameter" />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
