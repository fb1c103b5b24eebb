import { problemError } from '../../base/problem.ts';
import type { Change } from '../change.ts';
import type { ChangeKind } from './changeKind.ts';

/** Stands in the table until the kind is there. */
export function notYet<Kind extends Change['kind']>(): ChangeKind<Kind> {
  return {
    refuse: () => problemError('This cannot be done yet.'),
    apply: (machine) => machine,
  };
}
