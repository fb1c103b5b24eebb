import { deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Slot, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Extent, Outlet } from '../arrange/knot.ts';
import { Collapser } from '../collapse/Collapser.ts';
import type { CollapsedPart } from '../collapse/collapsedPart.ts';
import { devicesOf, isBridge, labelsBelow } from '../devices.ts';
import type { Forest } from '../forest.ts';
import { hostCaption, hostIdentity } from '../hostWords.ts';
import { METRICS } from '../metrics.ts';
import { linkLead } from '../notes/linkNotes.ts';
import { Notes } from '../notes/Notes.ts';
import { noteBlock } from '../notes/noteBlock.ts';
import type { Placements } from '../placements.ts';
import type { LayoutOptions } from '../scene.ts';
import { slotSize } from '../slotBox.ts';
import { Likeness } from '../stack/likeness.ts';
import { runsOf } from '../stack/runsOf.ts';
import type { Block, BlockKnot, HostCard } from './block.ts';
import { cardWords, isMajor } from './card.ts';
import { BELOW_PORT } from './drawBlock.ts';
import { hostFlow, hostMinWidth } from './hostFlow.ts';
import { stacked } from './stacked.ts';

/** Notes across a wide switch are read more easily in shorter lines. */
const NOTES = 420;

const NOT_MOVED: Extent = { u: 0, v: 0 };

/** Makes the boxes of the blocks drawing: hosts, switches, devices, and what hangs from what. */
export class BlockBuilder {
  readonly #forest: Forest;
  readonly #options: LayoutOptions;
  readonly #slots: ReadonlyMap<FunctionId, Slot>;
  readonly #placements: Placements;
  readonly #notes: Notes;
  readonly #collapser: Collapser;
  /** `null`: nothing is stacked. */
  readonly #likeness: Likeness | null;

  constructor(machine: Machine, forest: Forest, options: LayoutOptions, placements: Placements) {
    this.#forest = forest;
    this.#options = options;
    this.#placements = placements;
    this.#notes = new Notes(machine);
    this.#collapser = new Collapser(forest, placements, this.#notes, options);
    this.#likeness = options.isStacked ? new Likeness(machine) : null;
    this.#slots = new Map(machine.slots.flatMap((slot) => slot.ports.map((port) => [port, slot])));
  }

  /** A host bridge, in the frame of its socket or by itself. */
  host(host: HostBridge, socket: Socket | null): BlockKnot {
    const collapsed = this.#collapser.host(host);
    const onBus = this.#forest.onRootBus.get(host.id) ?? [];
    const shown = collapsed ? [] : onBus;
    const isDown = this.#options.direction === 'down';
    const bridges = shown.filter((fn) => this.#carries(fn));
    const others = shown.filter((fn) => !this.#carries(fn));
    const cards: HostCard[] = [];
    const integrated: PciFunction[] = [];
    for (const functions of devicesOf(others, null)) {
      const [first] = functions;
      const words = first && isMajor(deviceKind(first)) ? this.#words(functions) : null;
      if (first && words) cards.push({ functions, words, moved: this.#placements.moved(first.id) });
      else integrated.push(...functions);
    }
    const caption = hostCaption(host, socket);
    const identity = hostIdentity(onBus, this.#options.titleOf);
    const notes = collapsed
      ? this.#notes.of(host.id)
      : [
          ...this.#notes.of(host.id),
          ...this.#notes.ofPorts(bridges),
          ...integrated.flatMap((fn) => this.#notes.ofSmall(fn)),
        ];
    const head = { caption, identity, notes };
    const inside = collapsed ? [collapsed] : cards;
    const flow = (width: number) => hostFlow(head, inside, integrated.length, width);
    const minWidth = hostMinWidth(inside.length, caption);
    const { frame } = METRICS;
    return {
      what: {
        kind: 'host',
        host,
        caption,
        identity,
        cards,
        integrated,
        collapsed,
        flow,
      },
      shift: this.#placements.shift(host.id),
      stretches: true,
      fit: (across, portsDeep): Extent => {
        if (isDown) {
          const width = Math.max(across, minWidth);
          const below = portsDeep === 0 ? frame.pad : 8 + portsDeep;
          return { u: width, v: flow(width).bottom + below };
        }
        const bottom = flow(minWidth).bottom + frame.pad;
        return { u: Math.max(across, bottom), v: minWidth + portsDeep };
      },
      outlets: this.#portOutlets(bridges),
    };
  }

  /** A socket of which only the frame is drawn; `null`: it is drawn whole. */
  socket(socket: Socket, hosts: readonly HostBridge[]): BlockKnot | null {
    const part = this.#collapser.socket(socket, hosts);
    return part && this.#collapsed(part, NOT_MOVED);
  }

  /** Everything above which the input shows nothing, below one bar. */
  orphans(orphans: readonly PciFunction[]): BlockKnot {
    const kids = this.#kidsOf(orphans, null);
    const isDown = this.#options.direction === 'down';
    return {
      what: { kind: 'orphans' },
      shift: NOT_MOVED,
      stretches: true,
      fit: (across) =>
        isDown ? { u: Math.max(across, 280), v: 32 } : { u: Math.max(across, 48), v: 280 },
      outlets: [{ port: null, upper: null, labels: 'each', tab: null, kids }],
    };
  }

  #carries(fn: PciFunction): boolean {
    return isBridge(fn) || this.#forest.below(fn.id).length > 0;
  }

  #portOutlets(ports: readonly PciFunction[]): readonly Outlet<Block>[] {
    const outlets = ports.map((port) => this.#portOutlet(port));
    const likeness = this.#likeness;
    if (!likeness) return outlets;
    const keyOf = ({ port, tab, kids: [kid, more] }: Outlet<Block>) =>
      port && !tab && !more && kid?.what.kind === 'device'
        ? likeness.of(port, kid.what.functions)
        : null;
    return runsOf(outlets, keyOf).flatMap((run) => stacked(run, this.#options));
  }

  #portOutlet(port: PciFunction): Outlet<Block> {
    const hidden = this.#collapser.below(port);
    const kids = hidden
      ? [this.#collapsed(hidden, this.#placements.shift(hidden.key))]
      : this.#kidsOf(this.#forest.below(port.id), port);
    const slot = kids.length === 0 ? this.#slots.get(port.id) : undefined;
    const tab = slot ? this.#slot(slot, port) : null;
    // A port keeps to its edge: moved by hand, it sends away what hangs from it.
    const shift = this.#placements.shift(port.id);
    const isStill = shift.u === 0 && shift.v === 0;
    const moved = (kid: BlockKnot): BlockKnot =>
      isStill ? kid : { ...kid, shift: { u: kid.shift.u + shift.u, v: kid.shift.v + shift.v } };
    return { port, upper: port.id, labels: 'each', tab: tab && moved(tab), kids: kids.map(moved) };
  }

  /** What hangs on one bus: switches and bridges, and the devices beside them, in their order. */
  #kidsOf(functions: readonly PciFunction[], below: PciFunction | null): BlockKnot[] {
    const kids: BlockKnot[] = [];
    for (const device of devicesOf(functions, below)) {
      const bridges = device.filter((fn) => this.#carries(fn));
      const others = device.filter((fn) => !this.#carries(fn));
      const upstream = bridges.find((fn) => fn.type === 'upstream');
      for (const fn of bridges) {
        const extras = fn === upstream ? others : [];
        const hidden = this.#collapser.self(fn, extras);
        if (hidden) kids.push(this.#collapsed(hidden, this.#placements.shift(fn.id)));
        else kids.push(fn.type === 'upstream' ? this.#switch(fn, extras) : this.#bridge(fn));
      }
      if (others.length > 0 && !upstream) kids.push(...this.#device(others));
    }
    return kids;
  }

  #switch(upstream: PciFunction, extras: readonly PciFunction[]): BlockKnot {
    const isDown = this.#options.direction === 'down';
    const { port, switch: box, card } = METRICS;
    const below = this.#forest.below(upstream.id);
    const ports = below.filter((fn) => this.#carries(fn));
    const strays = below.filter((fn) => !this.#carries(fn));
    const outlets = [...this.#portOutlets(ports)];
    for (const kid of this.#kidsOf(strays, null)) {
      outlets.push({ port: null, upper: upstream.id, labels: 'none', tab: null, kids: [kid] });
    }
    const remarks = [...this.#notes.ofDevice([upstream, ...extras]), ...this.#notes.ofPorts(ports)];
    const notes = (width: number) => noteBlock(remarks, Math.min(width, NOTES));
    return {
      ...this.#lead([upstream, ...extras]),
      what: { kind: 'switch', upstream, extras, notes },
      shift: this.#placements.shift(upstream.id),
      stretches: true,
      fit: (across, portsDeep) => {
        if (isDown) {
          const width = Math.max(across, box.minWidth);
          const { height } = notes(width - 2 * card.pad);
          return { u: width, v: port.height + box.title + height + portsDeep };
        }
        const { height } = notes(box.minWidth - 2 * card.pad);
        const least = height === 0 ? 64 : 2 * (height + BELOW_PORT);
        return { u: Math.max(across, least), v: box.minWidth + portsDeep };
      },
      outlets,
    };
  }

  #bridge(fn: PciFunction): BlockKnot {
    const { width } = METRICS.bridge;
    const remarks = [...this.#notes.of(fn.id), ...this.#notes.ofSlots(fn)];
    const notes = noteBlock(remarks, width - 2 * METRICS.card.pad);
    const height = METRICS.bridge.height + notes.height;
    const isDown = this.#options.direction === 'down';
    const kids = this.#kidsOf(this.#forest.below(fn.id), fn);
    return {
      ...this.#lead([fn]),
      what: { kind: 'bridge', fn, notes },
      shift: this.#placements.shift(fn.id),
      stretches: false,
      fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
      outlets:
        kids.length === 0
          ? []
          : [{ port: null, upper: fn.id, labels: labelsBelow(fn), tab: null, kids }],
    };
  }

  #device(functions: readonly PciFunction[]): readonly BlockKnot[] {
    const [first] = functions;
    const words = this.#words(functions);
    if (!first || !words) return [];
    const { width, height } = words;
    const isDown = this.#options.direction === 'down';
    return [
      {
        ...this.#lead(functions),
        what: { kind: 'device', functions, words, stack: null },
        shift: this.#placements.shift(first.id),
        stretches: false,
        evens: true,
        fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
        outlets: [],
      },
    ];
  }

  #collapsed(part: CollapsedPart, shift: Extent): BlockKnot {
    const { width, height } = part.words;
    const isDown = this.#options.direction === 'down';
    return {
      ...this.#lead(part.tops.flatMap((id) => this.#forest.byId.get(id) ?? [])),
      what: { kind: 'collapsed', part },
      shift,
      stretches: false,
      evens: true,
      fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
      outlets: [],
    };
  }

  #slot(slot: Slot, port: PciFunction): BlockKnot {
    const isDown = this.#options.direction === 'down';
    const { width, height } = slotSize(slot, port, !isDown);
    return {
      what: { kind: 'slot', slot, port },
      shift: this.#placements.shift(slot.id),
      stretches: false,
      fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
      outlets: [],
    };
  }

  /** Room for notes on the link to a device. */
  #lead(functions: readonly PciFunction[]) {
    return linkLead(this.#notes.ofLink(functions), this.#options.direction);
  }

  #words(functions: readonly PciFunction[]) {
    return cardWords(functions, this.#options.titleOf, this.#notes.ofDevice(functions));
  }
}
