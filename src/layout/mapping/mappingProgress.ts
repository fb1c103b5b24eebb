import type { MappingShown } from './mappingShown.ts';

/** How far the algorithm has come by a step. */
export interface MappingProgress {
  readonly current: { readonly entry: number | null; readonly output: number | null };
  /** The kernel knows what this entry is. */
  readonly isKnown: (entry: number) => boolean;
  /** Its span in the range is reckoned. */
  readonly isSized: (entry: number) => boolean;
  readonly isAllocated: (range: number) => boolean;
  readonly isProgrammed: (entry: number) => boolean;
  /** It is part of an output. */
  readonly isLaidOut: (entry: number) => boolean;
  /** How long an output is by now; `null`: it is not there yet. */
  readonly lengthOf: (output: number) => number | null;
  /** The error is out, and the entry that failed is known. */
  readonly isRefused: boolean;
  readonly isRestored: boolean;
}

/** @param step `null`: to the end */
export function mappingProgress(shown: MappingShown, step: number | null): MappingProgress {
  const { mapping, steps } = shown;
  const isRefused = mapping.errno !== 0;
  if (step === null || steps.length === 0 || (step >= steps.length - 1 && endsThere(shown))) {
    return whole(shown, step === null ? null : (steps.at(-1) ?? null));
  }
  const past = steps.slice(0, step + 1);
  const known = new Set<number>();
  const sized = new Set<number>();
  const programmed = new Set<number>();
  const laidOut = new Set<number>();
  const lengths = new Map<number, number>();
  let allocations = 0;
  let isAllProgrammed = false;
  let isRestored = false;
  for (const { phase, entry, output } of past) {
    if (entry !== null) {
      known.add(entry);
      if (phase === 'size') sized.add(entry);
      if (phase === 'program') programmed.add(entry);
    } else if (phase === 'program') isAllProgrammed = true;
    if (phase === 'allocate') allocations++;
    if (phase === 'restore') isRestored = true;
    if (output !== null) {
      lengths.set(output.index, output.length);
      if (entry !== null) laidOut.add(entry);
    }
  }
  const isReturned = past.some(({ phase }) => phase === 'return') && !isRefused;
  const outputSteps = steps.some(({ output }) => output !== null);
  const allAllocations = steps.filter(({ phase }) => phase === 'allocate').length;
  const isEach = allAllocations >= mapping.iova.length;
  const callOf = new Map<number, number>();
  for (const { first, count } of mapping.maps) {
    for (let at = first; at < first + count; at++) callOf.set(at, first);
  }
  const isLaidOut = (entry: number) => isReturned || laidOut.has(entry);
  return {
    current: { entry: past.at(-1)?.entry ?? null, output: past.at(-1)?.output?.index ?? null },
    isKnown: (entry) => isReturned || known.has(entry),
    isSized: (entry) => sized.has(entry) || programmed.has(entry) || isLaidOut(entry),
    isAllocated: (range) => isReturned || (isEach ? allocations > range : allocations > 0),
    isProgrammed: (entry) =>
      isAllProgrammed || isLaidOut(entry) || programmed.has(callOf.get(entry) ?? entry),
    isLaidOut,
    lengthOf: (output) => {
      if (isReturned) return mapping.outputs[output]?.length ?? null;
      return outputSteps ? (lengths.get(output) ?? null) : null;
    },
    isRefused: isRefused && (isRestored || past.at(-1)?.phase === 'return'),
    isRestored,
  };
}

/** Steps of a long list are cut: then the last of them is not the end. */
function endsThere({ steps }: MappingShown): boolean {
  return steps.at(-1)?.phase === 'return';
}

function whole(
  { mapping }: MappingShown,
  last: MappingShown['steps'][number] | null,
): MappingProgress {
  const isRefused = mapping.errno !== 0;
  const always = () => true;
  return {
    current: { entry: last?.entry ?? null, output: last?.output?.index ?? null },
    isKnown: always,
    isSized: always,
    isAllocated: always,
    isProgrammed: always,
    isLaidOut: always,
    lengthOf: (output) => mapping.outputs[output]?.length ?? null,
    isRefused,
    isRestored: isRefused,
  };
}
