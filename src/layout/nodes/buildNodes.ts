import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Extent, Outlet } from '../arrange/knot.ts';
import { devicesOf, labelsBelow } from '../devices.ts';
import type { Forest } from '../forest.ts';
import { hostCaption } from '../hostWords.ts';
import { METRICS } from '../metrics.ts';
import type { LayoutOptions } from '../scene.ts';
import type { Shifts } from '../shifts.ts';
import type { Node, NodeKnot } from './node.ts';

/** Virtual functions of one device that are drawn one by one. */
const FEW_VFS = 4;

/** Makes the boxes of the functions drawing: one for every function, below the host bridges. */
export class NodeBuilder {
  readonly #forest: Forest;
  readonly #extent: Extent;
  readonly #shifts: Shifts;

  constructor(forest: Forest, { direction }: LayoutOptions, shifts: Shifts) {
    const { width, height } = METRICS.node;
    this.#forest = forest;
    this.#shifts = shifts;
    this.#extent = direction === 'down' ? { u: width, v: height } : { u: height, v: width };
  }

  host(host: HostBridge): NodeKnot {
    const kids = this.#kidsOf(this.#forest.onRootBus.get(host.id) ?? [], null);
    return {
      what: { kind: 'host', host, caption: hostCaption(host, null) },
      shift: this.#shifts.of(host.id),
      stretches: false,
      fit: () => this.#extent,
      outlets: outletsTo(kids, null, 'none'),
    };
  }

  orphans(orphans: readonly PciFunction[]): NodeKnot {
    return {
      what: { kind: 'orphans' },
      shift: { u: 0, v: 0 },
      stretches: false,
      fit: () => this.#extent,
      outlets: outletsTo(this.#kidsOf(orphans, null), null, 'each'),
    };
  }

  #kidsOf(functions: readonly PciFunction[], below: PciFunction | null): readonly NodeKnot[] {
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

  #function(functions: readonly PciFunction[], isFirst: boolean): NodeKnot {
    const [first] = functions;
    const kids = functions.flatMap((fn) => this.#kidsOf(this.#forest.below(fn.id), fn));
    return {
      what: { kind: 'function', functions, isFirst },
      shift: first ? this.#shifts.of(first.id) : { u: 0, v: 0 },
      stretches: false,
      fit: () => this.#extent,
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
