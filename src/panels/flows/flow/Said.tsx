import type { FlowLimit, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import type { FlowId } from '../../../model/ids.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { TermText } from '../../terms/TermText.tsx';
import { flowTerms } from '../words/flowTerms.ts';
import styles from './FlowSide.module.css';
import { Source } from './Source.tsx';
import { sourcesOf } from './sourcesOf.ts';

interface Props {
  readonly report: ThroughputReport;
  readonly flows: readonly FlowId[];
  readonly remarks: readonly string[];
  readonly limits: readonly FlowLimit[];
}

/** Warnings, remarks, what was taken for granted, and where figures are from. */
export function Said({ report, flows, remarks, limits }: Props) {
  const { under, assumed } = report;
  const warnings = report.warnings.filter(
    (warning) => warning.flows.length === 0 || warning.flows.some((id) => flows.includes(id)),
  );
  const said = flowTerms(warnings.map(({ text }) => text));
  const sources = sourcesOf(limits);
  return (
    <section className={styles.said} aria-label="What to know of it">
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Warnings">
          {warnings.map(({ kind, text, source }, at) => (
            <li key={text} data-kind={kind}>
              <Icon name={kind === 'advice' ? 'info' : 'warning'} />
              <span>
                <TermText parts={said[at] ?? []} /> <Source source={source} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Texts title="Remarks" texts={remarks} />
      <Texts title="Taken for granted" texts={assumed} />
      {sources.length > 0 && (
        <>
          <h4>Where figures are from</h4>
          <ul className={styles.texts}>
            {sources.map(({ where, source }) => (
              <li key={`${where} ${source.title}`}>
                {where} <Source source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {under !== '' && <p className={styles.quiet}>Computed as {under}.</p>}
    </section>
  );
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const parts = flowTerms(texts);
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles.texts}>
        {texts.map((text, at) => (
          <li key={text}>
            <TermText parts={parts[at] ?? []} />
          </li>
        ))}
      </ul>
    </>
  );
}
