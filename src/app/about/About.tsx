import type { ReactNode } from 'react';
import styles from './About.module.css';
import { hostListLines, NO_SWITCHES } from './hostListLines.ts';
import { eraLines, hostListWords, kernelWords, ruleLines, type SourceLine } from './ruleSources.ts';
import { THIS_BUILD } from './thisBuild.ts';

/** Which Peerlane this is, and what its verdicts and names go by. */
export function About() {
  const { version, commit, namesOf } = THIS_BUILD;
  return (
    <section className={styles.about} aria-labelledby="about-title">
      <h3 id="about-title">About Peerlane</h3>
      <dl>
        <Fact name="Version">
          {version}, build {commit}
        </Fact>
        <Fact name="Rules">
          The source of {kernelWords()}
          <Lines summary="How each kernel is known" lines={eraLines()} />
          <Lines summary="How each rule is known" lines={ruleLines()} />
        </Fact>
        <Fact name="Host bridge list">
          Newest rows:
          <ul>
            {hostListWords().map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
          <p>{NO_SWITCHES}</p>
          <Lines summary="The whole list" lines={hostListLines()} />
        </Fact>
        <Fact name="Names">
          pci.ids of {namesOf} (<a href="./pci-ids.LICENSE.txt">its licence</a>)
        </Fact>
        <Fact name="Licences">
          Peerlane: MIT. <a href="./licenses.md">What is built in</a> has its own.
        </Fact>
        <Fact name="Your data">
          Nothing leaves this browser. Your work is kept in it, and in a file when you save one.
        </Fact>
      </dl>
    </section>
  );
}

function Lines({
  summary,
  lines,
}: {
  readonly summary: string;
  readonly lines: readonly SourceLine[];
}) {
  return (
    <details className={styles.lines}>
      <summary>{summary}</summary>
      <ul>
        {lines.map(({ id, title, known }) => (
          <li key={id}>
            {title}
            <span>{known}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
