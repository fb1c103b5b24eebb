import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge } from '../../model/machine.ts';

/** Does the kernel count on a way, or does it not even ask? */
export type KernelOpinion = Answer | 'not-asked';

/** What a root complex does with a packet for a function below one of its ports. */
export interface ForwardingAnswer {
  /** `yes` and `no` as the machine's description says it; else nobody promises. */
  readonly answer: Answer;
  readonly text: string;
}

/**
 * Whether a root complex passes a request on to a function below one of its ports: the same one, another
 * one, or one of another host bridge. No register says it and no specification asks for it, so only what
 * the machine's description states counts. The kernel's opinion is a hint.
 *
 * Source: PCI Express base specification 1.3.1 (forwarding between root ports is optional and
 * implementation specific).
 *
 * @param way `[from, to]`, the host bridges; `undefined` where it is not shown which
 * @param kernelTrusts what the kernel in question thinks of this way
 * @param kernel its name: `Linux 6.12`
 */
export function rootComplexForwards(
  [from, to]: readonly [HostBridge | undefined, HostBridge | undefined],
  operation: 'write' | 'read',
  kernelTrusts: KernelOpinion,
  kernel: string,
): ForwardingAnswer {
  const kind = operation === 'write' ? 'writes' : 'reads';
  const said = [from, to].map((host) => host?.forwarding?.[kind] ?? UNKNOWN);
  if (said.includes(false)) {
    return { answer: 'no', text: `This root complex does not forward ${kind} between its ports.` };
  }
  if (said.every((each) => each === true)) {
    return { answer: 'yes', text: `This root complex forwards ${kind} between its ports.` };
  }
  return {
    answer: 'unknown',
    text: `No specification obliges a root complex to forward ${kind} to a peer. ${HINT[kernelTrusts](kernel)}`,
  };
}

const HINT: Readonly<Record<KernelOpinion, (kernel: string) => string>> = {
  yes: (kernel) => `${kernel} counts on this one. Supposing that it is right:`,
  no: (kernel) => `${kernel} does not count on this one.`,
  'not-asked': () => 'Nobody asks; it is tried. Supposing that it is forwarded:',
  unknown: (kernel) => `Whether ${kernel} counts on this one is not known.`,
};
