import type { Draft } from 'immer';
import type { Machine } from '../model/machine.ts';
import type { Edit } from './edit.ts';

export type EditOf<Kind extends Edit['kind']> = Extract<Edit, { kind: Kind }>;

/** Edits that change a document in place; one that was rebuilt elsewhere comes as it is. */
export type InPlace = Exclude<Edit, { kind: 'rebuilt' }>;

/** How each kind of edit is called, and what it does to a document. */
export type EditTable = { readonly [Kind in InPlace['kind']]: EditRow<Kind> };

export interface EditRow<Kind extends InPlace['kind']> {
  readonly title: (edit: EditOf<Kind>, machine: Machine) => string;
  /** Leaves the draft alone where nothing changes. `machine` is what the draft began as. */
  readonly apply: (draft: Draft<Machine>, edit: EditOf<Kind>, machine: Machine) => void;
}
