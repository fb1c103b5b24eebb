import { isPort } from '../../build/changes/family.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { focusSheet } from '../../parts/focusSheet.ts';
import { NOT_LOADED } from '../../store/building.ts';
import { meantLink } from '../../store/meantLink.ts';
import { type ChosenParts, chosenParts, nameFor, wordsFor } from './chosenParts.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

/** What is selected on a sheet that is in sight. */
export function chosenOnSheet(context: CommandContext): ChosenParts | null {
  return hasSheet(context) ? chosenParts(context.state) : null;
}

/** A title about what is selected: `Remove sw0`. */
export const about =
  (verb: string, end = '') =>
  ({ state }: CommandContext): string => {
    const chosen = chosenParts(state);
    return chosen ? `${verb} ${wordsFor(chosen)}${end}` : `${verb}${end}`;
  };

/** Bridges that can be taken out from between what is above and what is below them. */
const BETWEEN: ReadonlySet<unknown> = new Set([
  'upstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** The one device that is selected and nothing besides. */
function onlyDevice(context: CommandContext): PciFunction | null {
  const chosen = chosenOnSheet(context);
  const [device, ...others] = chosen?.devices ?? [];
  return device && others.length === 0 && chosen?.wholes.length === 0 ? device : null;
}

/** Ports belong to their switch or host bridge: they are not plugged in anywhere. */
const areMovable = ({ devices, wholes }: ChosenParts) =>
  devices.length > 0 && wholes.length === 0 && devices.every((fn) => !isPort(fn));

const isMadeOfParts = (fn: PciFunction | null) => fn !== null && !isPort(fn) && fn.type !== 'rcec';

/** Parts that come, go, and change places. */
export const STRUCTURE_COMMANDS: readonly Command[] = [
  {
    id: 'edit.move',
    group: 'Edit',
    title: about('Move', '…'),
    keys: ['m'],
    keywords: 'carry plug elsewhere reparent port drag place',
    when: (context) => {
      const chosen = chosenOnSheet(context);
      return chosen !== null && areMovable(chosen);
    },
    run: ({ state }) => {
      const devices = chosenParts(state)?.devices.map(({ id }) => id) ?? [];
      state.actions.carry({ kind: 'devices', devices }, 'keys');
      requestAnimationFrame(focusSheet); // a drawer that lies over it is closed by then
    },
  },
  {
    id: 'edit.remove',
    group: 'Edit',
    title: about('Remove'),
    keys: ['Delete', 'Backspace'],
    keywords: 'delete part device card take out unplug from the machine',
    onSheet: true,
    when: (context) => chosenOnSheet(context) !== null,
    run: async ({ state }) => {
      const work = await structureWork(state);
      await work?.removeParts(state, 'remove');
    },
  },
  {
    id: 'edit.splice-out',
    group: 'Edit',
    title: about('Take out', ' and close the gap'),
    keys: ['Shift+Delete'],
    keywords: 'splice bridge switch remove keep children reconnect delete',
    onSheet: true,
    when: (context) => {
      const chosen = chosenOnSheet(context);
      if (!chosen || chosen.wholes.length > 0 || chosen.devices.length === 0) return false;
      return chosen.devices.every(({ type }) => BETWEEN.has(type));
    },
    run: async ({ state }) => {
      const work = await structureWork(state);
      await work?.takeOut(state);
    },
  },
  {
    id: 'edit.splice-in',
    group: 'Edit',
    title: (context) =>
      meantLink(context.state)
        ? 'Put a switch between…'
        : about('Put a switch above', '…')(context),
    keys: [],
    keywords: 'splice insert bridge between upstream',
    when: (context) => isMadeOfParts(onlyDevice(context)) && onlyDevice(context)?.pcie !== null,
    run: ({ room }) => room.set({ dialog: 'splice-in' }),
  },
  {
    id: 'edit.replace',
    group: 'Edit',
    title: ({ state }) => {
      const device = chosenParts(state)?.devices[0];
      const name = device && state.document && nameFor(state.document, device.id);
      return name ? `Replace ${name} with another part…` : 'Replace with another part…';
    },
    keys: [],
    keywords: 'swap exchange change model catalogue',
    when: (context) => isMadeOfParts(onlyDevice(context)),
    run: ({ room }) => room.set({ dialog: 'replace' }),
  },
  {
    id: 'edit.divide',
    group: 'Edit',
    title: 'Divide the slot’s lanes…',
    keys: [],
    keywords: 'bifurcate bifurcation split x4x4x4x4 x8x8 lanes slot',
    when: (context) => chosenSlot(context) !== null,
    run: ({ room }) => room.set({ dialog: 'divide' }),
  },
];

/** The one slot that is selected, itself or by its port, if its lanes can be divided. */
export function chosenSlot(context: CommandContext) {
  const chosen = chosenOnSheet(context);
  if (!chosen) return null;
  const { slots } = chosen.document.machine;
  const ids = new Set<string>(chosen.parts);
  const [slot, ...others] = slots.filter(
    ({ id, ports }) => ids.has(id) || ports.some((port) => ids.has(port)),
  );
  const isOne = slot !== undefined && others.length === 0;
  return isOne && slot.ports.length > 0 && (slot.lanes ?? 0) >= FEWEST_TO_DIVIDE ? slot : null;
}

/** Slots of four lanes and fewer have one way only. */
const FEWEST_TO_DIVIDE = 8;

/** What makes the changes is fetched with the first of them. */
export async function structureWork({ actions }: CommandContext['state']) {
  try {
    return await import('./structureWork.ts');
  } catch {
    actions.notify('warning', NOT_LOADED);
    return null;
  }
}
