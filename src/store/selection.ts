import type { Machine } from '../model/machine.ts';
import { focusAfter, partsOf } from './focusAfter.ts';
import type { ChosenPair, PartId } from './state.ts';

export interface Selected {
  readonly selection: ReadonlySet<PartId>;
  /** The part that keys act on. */
  readonly focus: PartId | null;
}

/**
 * The selection after parts were pointed at; focus goes to the last of them. Several are toggled as
 * one: they are taken away when all of them are selected.
 */
export function selected(
  before: Selected,
  parts: readonly PartId[],
  how: 'replace' | 'add' | 'toggle',
): Selected {
  const last = parts.at(-1);
  if (how === 'replace') return { selection: new Set(parts), focus: last ?? null };
  const selection = new Set(before.selection);
  const isTakenAway = how === 'toggle' && parts.every((part) => selection.has(part));
  for (const part of parts) {
    if (isTakenAway) selection.delete(part);
    else selection.add(part);
  }
  return { selection, focus: last ?? before.focus };
}

/**
 * The selection without parts that the machine does not have. A focus that is gone goes to what was
 * nearest to it on the machine before.
 */
export function selectedIn(machine: Machine, before: Selected, machineBefore: Machine): Selected {
  const parts = partsOf(machine);
  const { selection, focus } = before;
  const isGone = focus !== null && !parts.has(focus);
  const keptFocus = isGone ? focusAfter(machineBefore, machine, focus) : focus;
  const isWhole = [...selection].every((part) => parts.has(part));
  const kept = isWhole ? selection : new Set([...selection].filter((part) => parts.has(part)));
  return { selection: kept, focus: keptFocus };
}

/** The pair without ends that the machine does not have. */
export function pairIn(machine: Machine, pair: ChosenPair): ChosenPair {
  const has = (id: ChosenPair['provider']) =>
    id === null || machine.functions.some((fn) => fn.id === id);
  if (has(pair.provider) && has(pair.client)) return pair;
  return {
    provider: has(pair.provider) ? pair.provider : null,
    client: has(pair.client) ? pair.client : null,
  };
}
