import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Slot, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Extent, Outlet } from '../arrange/knot.ts';
import { Collapser } from '../collapse/Collapser.ts';
import type { CollapsedPart } from '../collapse/collapsedPart.ts';
import { devicesOf, labelsBelow } from '../devices.ts';
import type { Forest } from '../forest.ts';
import { hostCaption } from '../hostWords.ts';
import { METRICS } from '../metrics.ts';
import { linkLead } from '../notes/linkNotes.ts';
import { Notes } from '../notes/Notes.ts';
import { type NoteBlock, noteBlock } from '../notes/noteBlock.ts';
import type { Placements } from '../placements.ts';
import type { LayoutOptions, Point } from '../scene.ts';
import { Likeness } from '../stack/likeness.ts';
import type { Node, NodeKnot } from './node.ts';
import { stackedNodes } from './stackedNodes.ts';

/** Room for words in a box. */
const WORDS = METRICS.node.width - 2 * METRICS.card.pad;

const NOT_MOVED: Extent = { u: 0, v: 0 };

/** Virtual functions of one device that are drawn one by one. */
const FEW_VFS = 4;

/** Whose notes a host bridge tells besides its own, and what that is called. */
interface SocketNote {
  readonly socket: Socket;
  readonly name: string;
}

/** Makes the boxes of the functions drawing: one for every function, below the host bridges. */
export class NodeBuilder {
  readonly #forest: Forest;
  readonly #extent: Extent;
  readonly #isDown: boolean;
  readonly #slots: ReadonlyMap<FunctionId, Slot>;
  readonly #placements: Placements;
  readonly #notes: Notes;
  readonly #collapser: Collapser;
  /** `null`: nothing is stacked. */
  readonly #likeness: Likeness | null;

  constructor(machine: Machine, forest: Forest, options: LayoutOptions, placements: Placements) {
    const { width, height } = METRICS.node;
    this.#forest = forest;
    this.#placements = placements;
    this.#slots = new Map(machine.slots.flatMap((slot) => slot.ports.map((port) => [port, slot])));
    this.#notes = new Notes(machine);
    this.#collapser = new Collapser(forest, placements, this.#notes, options);
    this.#likeness = options.isStacked ? new Likeness(machine) : null;
    this.#isDown = options.direction === 'down';
    this.#extent = this.#turned(width, height);
  }

  /**
   * A host bridge. A socket is not drawn here: moved by hand, it takes its host bridges along, and
   * what is said of it stands at the first of them.
   */
  host(host: HostBridge, socket: Socket | null, noted: SocketNote | null): NodeKnot {
    const said = noted ? this.#notes.of(noted.socket.id, `${noted.name}: `) : [];
    const notes = noteBlock([...said, ...this.#notes.of(host.id)], WORDS);
    const own = this.#placements.shift(host.id);
    const around = socket ? this.#placements.shift(socket.id) : NOT_MOVED;
    const hidden = this.#collapser.host(host);
    const kids = hidden
      ? [this.#collapsed(hidden, NOT_MOVED)]
      : this.#kidsOf(this.#forest.onRootBus.get(host.id) ?? [], null);
    return {
      what: { kind: 'host', host, caption: hostCaption(host, null), notes },
      shift: { u: own.u + around.u, v: own.v + around.v },
      stretches: false,
      fit: this.#fit(notes),
      outlets: outletsTo(kids, null, 'none'),
    };
  }

  /** A socket with all below it as one box; `null`: its hosts are drawn, and it is not. */
  socket(socket: Socket, hosts: readonly HostBridge[], caption: string): NodeKnot | null {
    const hidden = this.#collapser.socket(socket, hosts);
    if (!hidden) return null;
    const notes = noteBlock(this.#notes.of(socket.id), WORDS);
    return {
      what: { kind: 'socket', socket, caption, notes },
      shift: this.#placements.shift(socket.id),
      stretches: false,
      fit: this.#fit(notes),
      outlets: outletsTo([this.#collapsed(hidden, NOT_MOVED)], null, 'none'),
    };
  }

  orphans(orphans: readonly PciFunction[]): NodeKnot {
    return {
      what: { kind: 'orphans' },
      shift: NOT_MOVED,
      stretches: false,
      fit: () => this.#extent,
      outlets: outletsTo(this.#kidsOf(orphans, null), null, 'each'),
    };
  }

  #kidsOf(functions: readonly PciFunction[], below: PciFunction | null): readonly NodeKnot[] {
    const knots = this.#knotsOf(functions, below);
    return this.#likeness ? stackedNodes(knots, this.#likeness, this.#collapser) : knots;
  }

  #knotsOf(functions: readonly PciFunction[], below: PciFunction | null): readonly NodeKnot[] {
    return devicesOf(functions, below).flatMap((device) => {
      const virtual = device.filter((fn) => fn.physfn !== null && this.#isBare(fn));
      const isMany = virtual.length > FEW_VFS;
      const single = isMany ? device.filter((fn) => !virtual.includes(fn)) : device;
      const nodes = single.map((fn, index) => this.#function([fn], index === 0));
      return isMany ? [...nodes, this.#function(virtual, nodes.length === 0)] : nodes;
    });
  }

  #isBare(fn: PciFunction): boolean {
    return this.#forest.below(fn.id).length === 0 && (fn.bridge === null || fn.bridge === UNKNOWN);
  }

  /** A box with room for its notes. */
  #fit(notes: NoteBlock, more = 0): () => Extent {
    const { node } = METRICS;
    const height = notes.height + more;
    return () => (height === 0 ? this.#extent : this.#turned(node.width, node.height + height));
  }

  #slotOf(port: PciFunction): { readonly slot: Slot; readonly moved: Point } | null {
    const slot = this.#slots.get(port.id);
    return slot ? { slot, moved: this.#placements.moved(slot.id) } : null;
  }

  #turned(width: number, height: number): Extent {
    return this.#isDown ? { u: width, v: height } : { u: height, v: width };
  }

  /** Room for notes on the line to a box. */
  #lead(functions: readonly PciFunction[]) {
    return linkLead(this.#notes.ofLink(functions), this.#isDown ? 'down' : 'right');
  }

  #collapsed(part: CollapsedPart, shift: Extent): NodeKnot {
    return {
      ...this.#lead(part.tops.flatMap((id) => this.#forest.byId.get(id) ?? [])),
      what: { kind: 'collapsed', part },
      shift,
      stretches: false,
      fit: () => this.#turned(part.words.width, part.words.height),
      outlets: [],
    };
  }

  #function(functions: readonly PciFunction[], isFirst: boolean): NodeKnot {
    const [first] = functions;
    const itself = first && functions.length === 1 ? this.#collapser.self(first, []) : null;
    if (first && itself) return this.#collapsed(itself, this.#placements.shift(first.id));
    const hidden = first && functions.length === 1 ? this.#collapser.below(first) : null;
    const remarks = first
      ? [...this.#notes.ofDevice(functions), ...this.#notes.ofSlots(first)]
      : [];
    const notes = noteBlock(remarks, WORDS);
    const kids = hidden
      ? [this.#collapsed(hidden, this.#placements.shift(hidden.key))]
      : functions.flatMap((fn) => this.#kidsOf(this.#forest.below(fn.id), fn));
    const slot = kids.length === 0 && first ? this.#slotOf(first) : null;
    return {
      ...this.#lead(functions),
      what: { kind: 'function', functions, isFirst, stack: 1, notes, slot },
      shift: first ? this.#placements.shift(first.id) : NOT_MOVED,
      stretches: false,
      fit: this.#fit(notes, slot ? METRICS.node.slot : 0),
      outlets: outletsTo(kids, first ?? null, first ? labelsOf(first) : 'none'),
    };
  }
}

/** One bus with all that is on it; its lines say something where they are links. */
function outletsTo(
  kids: readonly NodeKnot[],
  bridge: PciFunction | null,
  labels: Outlet<Node>['labels'],
): readonly Outlet<Node>[] {
  if (kids.length === 0) return [];
  return [{ port: null, upper: bridge?.id ?? null, labels, tab: null, kids }];
}

/** Functions of a device have a line each and share the one link: the first line says it. */
function labelsOf(bridge: PciFunction): Outlet<Node>['labels'] {
  return labelsBelow(bridge) === 'each' ? 'first' : 'none';
}
