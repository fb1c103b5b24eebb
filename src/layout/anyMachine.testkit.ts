import fc from 'fast-check';
import { UNKNOWN } from '../base/unknown.ts';
import { blankMachine, UNKNOWN_PCIE, unknownFunction } from '../model/blank.ts';
import type { FunctionId, HostBridgeId, NoteId, SlotId, SocketId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import { FUNCTION_TYPES, type Parent, type PciFunction } from '../model/pciFunction.ts';
import type { Link } from '../model/registers.ts';

/*
 * Machines that no machine is like: any type below any other, parents that are missing, above
 * themselves or not shown, virtual functions of anything. What a damaged document may say.
 */

const MOST_FUNCTIONS = 40;

const state = fc.constantFrom(
  UNKNOWN,
  { gts: 16, width: 16 },
  { gts: 2.5, width: 1 },
  { gts: 32, width: 0 },
  { gts: UNKNOWN, width: 8 },
  { gts: 7, width: 3 },
);
const link = fc.oneof(
  fc.constant(UNKNOWN),
  fc.constant(null),
  fc
    .record({ capable: state, current: state })
    .map((ends): Link => ({ ...ends, targetGts: null, portNumber: UNKNOWN })),
);

const plan = fc.record({
  type: fc.constantFrom(UNKNOWN, ...FUNCTION_TYPES),
  above: fc.constantFrom('host', 'host', 'before', 'before', 'before', 'any', 'unknown', 'missing'),
  pick: fc.nat(1000),
  /** `null`: a drawn function without a number. */
  device: fc.option(fc.nat(31), { freq: 4 }),
  fn: fc.nat(7),
  classCode: fc.constantFrom(UNKNOWN, 0x030000, 0x010802, 0x020000, 0x060400, 0x120000, 0x0c0330),
  isVirtual: fc.boolean(),
  hasAri: fc.boolean(),
  hasSlot: fc.boolean(),
  link,
});

export const anyMachine = fc
  .record({
    plans: fc.array(plan, { maxLength: MOST_FUNCTIONS }),
    hosts: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 4 }),
    sockets: fc.nat(2),
    /** Every so manieth part is collapsed. */
    collapsed: fc.constantFrom(0, 0, 1, 2, 3, 7),
    /** Every so manieth part has a note. */
    noted: fc.constantFrom(0, 0, 0, 2, 5),
    note: fc.oneof(fc.string(), fc.lorem({ maxCount: 24 }), fc.constant('one\n\ntwo\nthree')),
  })
  .map(({ plans, hosts, sockets, collapsed, noted, note }): Machine => {
    const idAt = (index: number) => `f${index}` as FunctionId;
    const bridges = hosts.map(hostBridge);
    const functions = plans.map((each, index): PciFunction => {
      const id = idAt(index);
      const other = idAt(each.pick % plans.length);
      const address =
        each.device === null
          ? null
          : { domain: 0, bus: index, device: each.device, function: each.fn };
      return {
        ...unknownFunction(id, address ?? { domain: 0, bus: 0, device: 0, function: 0 }),
        address,
        type: each.type,
        classCode: each.classCode,
        parent: parentOf(each.above, index, each.pick, bridges),
        physfn: each.isVirtual && each.pick % 3 === 0 ? other : null,
        ari: each.hasAri ? { nextFunction: 0 } : null,
        pcie: { ...UNKNOWN_PCIE, link: each.link },
      };
    });
    const packages = Array.from({ length: sockets }, (_, index) => ({
      id: `s${index}` as SocketId,
      label: null,
      numaNode: index,
      model: null,
    }));
    const parts = [...functions, ...bridges, ...packages].filter(
      (_, index) => collapsed > 0 && (index + 1) % collapsed === 0,
    );
    const slots = plans.flatMap(({ hasSlot }, index) =>
      hasSlot
        ? [
            {
              id: `slot${index}` as SlotId,
              label: index % 2 ? `${index}` : null,
              ports: [idAt(index)],
              lanes: 16,
              bifurcation: null,
              riser: null,
            },
          ]
        : [],
    );
    const remarks = [null, ...functions, ...bridges, ...packages, ...slots].filter(
      (_, index) => noted > 0 && (index + 1) % noted === 0,
    );
    return {
      ...blankMachine('captured', 'any'),
      notes: remarks.map((part, index) => ({
        id: `n${index}` as NoteId,
        about: part?.id ?? null,
        // Of functions every second one is about the link above.
        ...(part && 'bridge' in part && index % 2 === 0 && { on: 'link' as const }),
        text: note,
      })),
      hostBridges: bridges,
      functions,
      sockets: packages,
      placements: parts.map(({ id }) => ({ ...UNMOVED, about: id, collapsed: true })),
      slots,
    };
  });

const UNMOVED = { dx: 0, dy: 0, pinned: false, collapsed: false, locked: false } as const;

function parentOf(
  above: string,
  index: number,
  pick: number,
  hosts: readonly HostBridge[],
): PciFunction['parent'] {
  const to = (id: string): Parent => ({ kind: 'function', id: id as FunctionId });
  if (above === 'before' && index > 0) return to(`f${pick % index}`);
  if (above === 'any') return to(`f${pick % MOST_FUNCTIONS}`);
  if (above === 'missing') return to('nothing');
  const host = hosts[pick % Math.max(1, hosts.length)];
  return above === 'unknown' || !host ? UNKNOWN : { kind: 'host', id: host.id };
}

function hostBridge(numaNode: number | null, index: number): HostBridge {
  return {
    id: `h${index}` as HostBridgeId,
    label: index % 2 ? 'I/O stack' : null,
    domain: 0,
    rootBus: index,
    lastBus: UNKNOWN,
    socket: null,
    numaNode,
    kind: 'native',
    vmdFunction: null,
    windows: UNKNOWN,
    forwarding: null,
    model: null,
    isGuess: false,
  };
}
