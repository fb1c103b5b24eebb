import type { ReactNode } from 'react';
import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import type { TermId } from '../../parts/glossary.ts';
import { Term } from '../../parts/Term.tsx';
import styles from './Facts.module.css';

interface FactsProps {
  readonly children: ReactNode;
  /** Short names, long values. */
  readonly isTight?: boolean;
}

/** Names and values, in two columns while there is room. */
export function Facts({ children, isTight = false }: FactsProps) {
  return (
    <dl className={styles.facts} data-tight={isTight || undefined}>
      {children}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  /** What the name means, where it is a term of art. */
  readonly term?: TermId;
  readonly children: ReactNode;
}

export function Fact({ name, term, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{term === undefined ? name : <Term id={term}>{name}</Term>}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface MaybeFactProps<T> {
  readonly name: string;
  readonly term?: TermId;
  readonly value: Maybe<T>;
  /** What `null` means here. */
  readonly none?: string;
  readonly children: (value: T) => ReactNode;
}

/** A fact that the input may not show: then it says so, and nothing else. */
export function MaybeFact<T>({ name, term, value, none = 'none', children }: MaybeFactProps<T>) {
  return (
    <Fact name={name} {...(term === undefined ? {} : { term })}>
      {value === UNKNOWN ? (
        <NotShown />
      ) : value === null ? (
        <span className={styles.none}>{none}</span>
      ) : (
        children(value as T)
      )}
    </Fact>
  );
}

/** The input does not show it: neither zero nor off. */
export function NotShown() {
  return (
    <span className={styles.notShown}>
      <Glyph kind="unknown" />
      not shown
    </span>
  );
}
