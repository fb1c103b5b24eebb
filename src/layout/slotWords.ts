import type { FunctionId } from '../model/ids.ts';
import type { Slot } from '../model/machine.ts';

/** What is written on a free slot. */
export interface SlotWords {
  /** `Slot 7`, `Slot 7, 1 of 2` where several ports feed it. */
  readonly name: string;
  /** `x16`, `x16 as x8x8`; empty where that is not known. */
  readonly lanes: string;
}

export function slotWords({ label, lanes, bifurcation, ports }: Slot, port: FunctionId): SlotWords {
  const own = label === null ? 'Slot' : /^\d+$/.test(label) ? `Slot ${label}` : label;
  const place = ports.indexOf(port) + 1;
  const name = ports.length > 1 && place > 0 ? `${own}, ${place} of ${ports.length}` : own;
  const parts = bifurcation?.map((width) => `x${width}`).join('') ?? '';
  const whole = lanes === null ? '' : `x${lanes}`;
  return { name, lanes: parts === '' ? whole : whole === '' ? parts : `${whole} as ${parts}` };
}
