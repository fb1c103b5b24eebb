import { applyChanges } from '../../build/applyChanges.ts';
import { canApply } from '../../build/canApply.ts';
import type { Change } from '../../build/change.ts';
import type { Machine } from '../../model/machine.ts';
import { problemWords } from '../../store/problemWords.ts';
import { removal } from '../../store/removal.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { chosenParts, wordsFor } from './chosenParts.ts';

// Fetched with the first change: it brings the catalogue along.

/** Those changes that can be made in turn, and a sentence on each that cannot. */
export function possible(
  machine: Machine,
  changes: readonly Change[],
): { readonly made: readonly Change[]; readonly refused: readonly string[] } {
  const made: Change[] = [];
  const refused: string[] = [];
  let draft = machine;
  for (const change of changes) {
    const problem = canApply(draft, change);
    if (problem) {
      refused.push(problemWords(problem));
      continue;
    }
    draft = applyChanges(draft, [change]);
    made.push(change);
  }
  return { made, refused };
}

/** Takes what is selected out of the machine; what has to stay says why. */
export async function removeParts(state: PeerlaneState, verb: 'remove' | 'cut'): Promise<void> {
  const chosen = chosenParts(state);
  if (!chosen) return;
  const { document, functions, sockets, hosts, slots } = chosen;
  const { machine } = document;
  const isInSocket = (id: unknown) => (sockets as readonly unknown[]).includes(id);
  const hostsAlone = hosts.filter((id) => {
    const host = machine.hostBridges.find((each) => each.id === id);
    return !isInSocket(host?.socket);
  });
  // A socket takes its host bridges along, a host bridge what is on it: the small ones go first.
  const { changes, refused: kept } = removal(
    document,
    functions.map(({ id }) => id),
  );
  const wholes = [...slots, ...hostsAlone, ...sockets].map(
    (whole): Change => ({ kind: 'remove-whole', whole }),
  );
  const { made, refused } = possible(machine, [...changes, ...wholes]);
  if (made.length > 0) {
    const isAll = made.length === changes.length + wholes.length;
    const words = isAll ? wordsFor(chosen) : `${made.length} of ${wordsFor(chosen)}`;
    await state.actions.change(`${verb} ${words}`, made);
  }
  tell(state, [...kept, ...refused]);
}

/** Takes switches and bridges out; what is below them moves up. */
export async function takeOut(state: PeerlaneState): Promise<void> {
  const chosen = chosenParts(state);
  if (!chosen) return;
  const changes = chosen.devices.map(({ id }): Change => ({ kind: 'splice-out', bridge: id }));
  const { made, refused } = possible(chosen.document.machine, changes);
  if (made.length > 0) await state.actions.change(`take out ${wordsFor(chosen)}`, made);
  tell(state, refused);
}

/** What was left as it is, and why: after what was done, which would send it away. */
function tell({ actions }: PeerlaneState, sentences: readonly string[]): void {
  if (sentences.length > 0) actions.refuse(sentences);
}
