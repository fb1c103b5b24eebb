import { Term } from '../../parts/Term.tsx';
import { LinkedText } from '../LinkedText.tsx';
import type { TermPart } from './termsOf.ts';

/** A sentence with its terms of art explained, and the functions that it names as links. */
export function TermText({ parts }: { readonly parts: readonly TermPart[] }) {
  return parts.map(({ text, term }, index) => {
    const key = `${index}`;
    return term === null ? (
      <LinkedText key={key} text={text} />
    ) : (
      <Term key={key} id={term}>
        {text}
      </Term>
    );
  });
}
