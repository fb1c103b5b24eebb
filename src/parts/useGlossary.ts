import { useSyncExternalStore } from 'react';
import type { TermId } from './glossary.ts';

type Glossary = Readonly<Record<TermId, { readonly text: string; readonly source: string }>>;

let glossary: Glossary | null = null;
const listeners = new Set<() => void>();

function fetchGlossary(): void {
  import('./glossary.ts').then(
    ({ GLOSSARY }) => {
      glossary = GLOSSARY;
      for (const listener of [...listeners]) listener();
    },
    () => undefined, // a term without its sentence is still a word
  );
}

// Nobody points at a word before the page is drawn: the sentences come right behind it.
if (typeof window === 'object') fetchGlossary();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What terms of art mean; `null` while it is on its way. */
export function useGlossary(): Glossary | null {
  return useSyncExternalStore(subscribe, () => glossary);
}
