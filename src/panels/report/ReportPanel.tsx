import { RemarkList } from './RemarkList.tsx';
import styles from './ReportPanel.module.css';
import { GROUP_WORDS, REPORT_GROUPS, type ReportGroup } from './reportWords.ts';
import { type Report, useReport } from './useReport.ts';

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  lspci: 'the output of lspci',
  document: 'a Peerlane document',
};

/** What reading the input came to: understood, guessed, ignored, and what is worth a look. */
export function ReportPanel() {
  const report = useReport();
  if (!report) {
    return <p className={styles.nothing}>Open a machine to see what was made of its dump.</p>;
  }
  return (
    <div className={styles.panel}>
      <p className={styles.source}>
        Read from <strong>{report.source}</strong> as {FORMAT_WORDS[report.format] ?? report.format}
      </p>
      <div className={styles.groups}>
        {REPORT_GROUPS.map((group) => (
          <Group key={group} group={group} report={report} />
        ))}
      </div>
    </div>
  );
}

function Group({ group, report }: { readonly group: ReportGroup; readonly report: Report }) {
  const { title, meaning, none } = GROUP_WORDS[group];
  const remarks = report.remarks[group];
  const hasFacts = group === 'understood';
  return (
    // Groups scroll each by itself, so each must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.group} tabIndex={0} aria-labelledby={`report-${group}`}>
      <header className={styles.head}>
        <h2 id={`report-${group}`}>
          {title} {remarks.length > 0 && <span className={styles.count}>{remarks.length}</span>}
        </h2>
        <p>{meaning}</p>
      </header>
      {hasFacts && (
        <dl className={styles.facts}>
          {report.facts.map(({ label, value, isPartial }) => (
            <div key={label} data-partial={isPartial || undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {remarks.length > 0 ? (
        <RemarkList remarks={remarks} />
      ) : (
        !hasFacts && <p className={styles.none}>{none}</p>
      )}
    </section>
  );
}
