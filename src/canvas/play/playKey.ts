import type { Play } from '../../store/state.ts';

/** What is being played, apart from how far it is: another one begins anew. */
export function playKey({ of, operation }: Pick<Play, 'of' | 'operation'>): string {
  return of === 'pair' ? operation : `${operation} ${of.output}`;
}
