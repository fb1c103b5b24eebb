import type { ReactNode, RefObject } from 'react';
import { isEndpointLike } from '../../model/classCode.ts';
import { formatCount } from '../../parts/verdictWords.ts';
import type { Loaded } from '../state/session.ts';
import { ProblemList } from './ProblemList.tsx';
import styles from './ReadHeader.module.css';

interface Props {
  readonly loaded: Loaded;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  /** Stands at the end of the line. */
  readonly action: ReactNode;
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  lspci: 'the output of lspci',
  document: 'a Peerlane document',
};

/** What the input turned out to be, and what its reader remarked. */
export function ReadHeader({ loaded, titleRef, action }: Props) {
  const { machine, format, problems } = loaded.reading;
  const endpoints = machine.functions.filter(isEndpointLike).length;
  return (
    <section className={styles.read} aria-labelledby="read-title">
      <header className={styles.line}>
        <h2 id="read-title" ref={titleRef} tabIndex={-1}>
          {formatCount(machine.functions.length)}{' '}
          {machine.functions.length === 1 ? 'function' : 'functions'}
        </h2>
        <p>
          {formatCount(endpoints)} of them {endpoints === 1 ? 'an endpoint' : 'endpoints'}; read
          from <strong>{loaded.source}</strong> as {FORMAT_WORDS[format] ?? format}
        </p>
        {action}
      </header>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </section>
  );
}
