import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { ERAS, NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { findEra } from '../../engine/kernel/findEra.ts';

interface Choice {
  readonly kernel: string;
  readonly words: string;
}

export interface KernelChoices {
  /** What the input names, if it names one that can be told from the eras. */
  readonly fromInput: Choice | null;
  /** A kernel that is neither the input's nor an era: from a file, say. */
  readonly other: Choice | null;
  /** What an unknown kernel is judged by. */
  readonly assumed: string;
  /** The value of the choice in effect. */
  readonly chosen: string;
}

const ERA_IDS: ReadonlySet<string> = new Set(ERAS.map(({ id }) => id));

/** Which choices the kernel's menu has besides the eras. Unknown is a choice of its own. */
export function kernelChoices(kernel: OrUnknown<string>, read: OrUnknown<string>): KernelChoices {
  const fromInput =
    read === UNKNOWN || ERA_IDS.has(read)
      ? null
      : { kernel: read, words: `${withEra(read)}, from the input` };
  const isOther = kernel !== UNKNOWN && kernel !== read && !ERA_IDS.has(kernel);
  return {
    fromInput,
    other: isOther ? { kernel, words: withEra(kernel) } : null,
    assumed: `Linux ${NEWEST_ACCEPTED_ERA.id}, assumed`,
    chosen: kernel,
  };
}

/** `3.10.0 (judged as Linux 7.1)`: some kernels are older than what can be judged. */
function withEra(kernel: string): string {
  const era = findEra(kernel);
  if (era) return kernel;
  return `${kernel} (judged as ${NEWEST_ACCEPTED_ERA.title})`;
}
