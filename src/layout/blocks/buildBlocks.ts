import { deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Slot, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Extent, Outlet } from '../arrange/knot.ts';
import { devicesOf, isBridge, labelsBelow } from '../devices.ts';
import type { Forest } from '../forest.ts';
import { hostCaption, hostIdentity } from '../hostWords.ts';
import { METRICS } from '../metrics.ts';
import type { LayoutOptions } from '../scene.ts';
import type { Shifts } from '../shifts.ts';
import type { Block, BlockKnot, HostCard } from './block.ts';
import { cardWords, isMajor } from './card.ts';
import { hostFlow, hostMinWidth } from './hostFlow.ts';

/** Makes the boxes of the blocks drawing: hosts, switches, devices, and what hangs from what. */
export class BlockBuilder {
  readonly #forest: Forest;
  readonly #options: LayoutOptions;
  readonly #slots: ReadonlyMap<FunctionId, Slot>;
  readonly #shifts: Shifts;

  constructor(machine: Machine, forest: Forest, options: LayoutOptions, shifts: Shifts) {
    this.#forest = forest;
    this.#options = options;
    this.#shifts = shifts;
    this.#slots = new Map(machine.slots.flatMap((slot) => slot.ports.map((port) => [port, slot])));
  }

  /** A host bridge, in the frame of its socket or by itself. */
  host(host: HostBridge, socket: Socket | null): BlockKnot {
    const onBus = this.#forest.onRootBus.get(host.id) ?? [];
    const isDown = this.#options.direction === 'down';
    const bridges = onBus.filter((fn) => this.#carries(fn));
    const others = onBus.filter((fn) => !this.#carries(fn));
    const cards: HostCard[] = [];
    const integrated: PciFunction[] = [];
    for (const functions of devicesOf(others, null)) {
      const [first] = functions;
      const words = first && isMajor(deviceKind(first)) ? this.#words(functions) : null;
      if (words) cards.push({ functions, words });
      else integrated.push(...functions);
    }
    const caption = hostCaption(host, socket);
    const identity = hostIdentity(onBus, this.#options.titleOf);
    const head = { caption, identity };
    const flow = (width: number) => hostFlow(head, cards, integrated.length, width);
    const minWidth = hostMinWidth(cards.length, caption);
    const { frame } = METRICS;
    return {
      what: {
        kind: 'host',
        host,
        caption,
        identity,
        cards,
        integrated,
        flow,
      },
      shift: this.#shifts.of(host.id),
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
      outlets: bridges.map((bridge) => this.#portOutlet(bridge)),
    };
  }

  /** Everything above which the input shows nothing, below one bar. */
  orphans(orphans: readonly PciFunction[]): BlockKnot {
    const kids = this.#kidsOf(orphans, null);
    const isDown = this.#options.direction === 'down';
    return {
      what: { kind: 'orphans' },
      shift: { u: 0, v: 0 },
      stretches: true,
      fit: (across) =>
        isDown ? { u: Math.max(across, 280), v: 32 } : { u: Math.max(across, 48), v: 280 },
      outlets: [{ port: null, upper: null, labels: 'each', tab: null, kids }],
    };
  }

  #carries(fn: PciFunction): boolean {
    return isBridge(fn) || this.#forest.below(fn.id).length > 0;
  }

  #portOutlet(port: PciFunction): Outlet<Block> {
    const kids = this.#kidsOf(this.#forest.below(port.id), port);
    const slot = kids.length === 0 ? this.#slots.get(port.id) : undefined;
    const tab = slot ? this.#slot(slot, port) : null;
    return { port, upper: port.id, labels: 'each', tab, kids };
  }

  /** What hangs on one bus: switches and bridges, and the devices beside them, in their order. */
  #kidsOf(functions: readonly PciFunction[], below: PciFunction | null): BlockKnot[] {
    const kids: BlockKnot[] = [];
    for (const device of devicesOf(functions, below)) {
      const bridges = device.filter((fn) => this.#carries(fn));
      const others = device.filter((fn) => !this.#carries(fn));
      const upstream = bridges.find((fn) => fn.type === 'upstream');
      for (const fn of bridges) {
        kids.push(
          fn.type === 'upstream'
            ? this.#switch(fn, fn === upstream ? others : [])
            : this.#bridge(fn),
        );
      }
      if (others.length > 0 && !upstream) kids.push(...this.#device(others));
    }
    return kids;
  }

  #switch(upstream: PciFunction, extras: readonly PciFunction[]): BlockKnot {
    const isDown = this.#options.direction === 'down';
    const { port, switch: box } = METRICS;
    const below = this.#forest.below(upstream.id);
    const ports = below.filter((fn) => this.#carries(fn));
    const strays = below.filter((fn) => !this.#carries(fn));
    const outlets = ports.map((fn) => this.#portOutlet(fn));
    for (const kid of this.#kidsOf(strays, null)) {
      outlets.push({ port: null, upper: upstream.id, labels: 'none', tab: null, kids: [kid] });
    }
    return {
      what: { kind: 'switch', upstream, extras },
      shift: this.#shifts.of(upstream.id),
      stretches: true,
      fit: (across, portsDeep) =>
        isDown
          ? { u: Math.max(across, box.minWidth), v: port.height + box.title + portsDeep }
          : { u: Math.max(across, 64), v: box.minWidth + portsDeep },
      outlets,
    };
  }

  #bridge(fn: PciFunction): BlockKnot {
    const { width, height } = METRICS.bridge;
    const isDown = this.#options.direction === 'down';
    const kids = this.#kidsOf(this.#forest.below(fn.id), fn);
    return {
      what: { kind: 'bridge', fn },
      shift: this.#shifts.of(fn.id),
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
        what: { kind: 'device', functions, words },
        shift: this.#shifts.of(first.id),
        stretches: false,
        evens: true,
        fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
        outlets: [],
      },
    ];
  }

  #slot(slot: Slot, port: PciFunction): BlockKnot {
    const { width, height } = METRICS.slot;
    const isDown = this.#options.direction === 'down';
    return {
      what: { kind: 'slot', slot, port },
      shift: this.#shifts.of(slot.id),
      stretches: false,
      fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
      outlets: [],
    };
  }

  #words(functions: readonly PciFunction[]) {
    return cardWords(functions, this.#options.titleOf);
  }
}
