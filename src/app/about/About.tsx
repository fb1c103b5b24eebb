import type { ReactNode } from 'react';
import styles from './About.module.css';
import { hostListWords, kernelWords } from './ruleSources.ts';
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
        <Fact name="Rules">The source of {kernelWords()}</Fact>
        <Fact name="Host bridge list">
          Newest rows:
          <ul>
            {hostListWords().map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
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

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
