import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { cardTitle, switchTitle } from '../cardTitle.ts';
import { isBridge } from '../devices.ts';
import type { Forest } from '../forest.ts';
import type { Notes } from '../notes/Notes.ts';
import type { Placements } from '../placements.ts';
import type { LayoutOptions, ScenePartId } from '../scene.ts';
import { type CollapsedPart, collapsedWords } from './collapsedPart.ts';
import { hiddenBelow } from './hiddenBelow.ts';

/**
 * Which parts are drawn collapsed. A switch or bridge hides itself with all below it; a port stays,
 * and what hangs from it is hidden; of a host bridge or socket the frame stays. What has nothing
 * below it hides nothing.
 */
export class Collapser {
  readonly #forest: Forest;
  readonly #placements: Placements;
  readonly #notes: Notes;
  readonly #titleOf: LayoutOptions['titleOf'];

  constructor(forest: Forest, placements: Placements, notes: Notes, { titleOf }: LayoutOptions) {
    this.#forest = forest;
    this.#placements = placements;
    this.#notes = notes;
    this.#titleOf = titleOf;
  }

  /** A switch or bridge that has a box of its own, with the functions of its device beside it. */
  self(fn: PciFunction, extras: readonly PciFunction[]): CollapsedPart | null {
    if (!this.#placements.isCollapsed(fn.id) || this.isPort(fn)) return null;
    if (this.#forest.below(fn.id).length === 0) return null;
    const below = { functions: this.#forest.below(fn.id), below: fn };
    const { functions, words } = hiddenBelow(this.#forest, [below]);
    const hidden = { functions: [fn, ...extras, ...functions], words };
    return this.#named(fn.id, hidden.functions, [fn, ...extras], words);
  }

  /** What is below a port. */
  below(port: PciFunction): CollapsedPart | null {
    if (!this.#placements.isCollapsed(port.id) || !this.isPort(port)) return null;
    const tops = this.#forest.below(port.id);
    const { functions, words } = hiddenBelow(this.#forest, [{ functions: tops, below: port }]);
    return this.#named(port.id, functions, tops, words);
  }

  host(host: HostBridge): CollapsedPart | null {
    return this.#placements.isCollapsed(host.id) ? this.#framed(host.id, [host]) : null;
  }

  socket(socket: Socket, hosts: readonly HostBridge[]): CollapsedPart | null {
    return this.#placements.isCollapsed(socket.id) ? this.#framed(socket.id, hosts) : null;
  }

  /** Whether it is drawn on the edge of something: on a root bus, or behind the port of a switch. */
  isPort(fn: PciFunction): boolean {
    const above = this.#forest.above(fn.id);
    if (above) return above.type === 'upstream';
    const { parent } = fn;
    return parent !== UNKNOWN && parent.kind === 'host' && this.#forest.onRootBus.has(parent.id);
  }

  #framed(about: ScenePartId, hosts: readonly HostBridge[]): CollapsedPart | null {
    const tops = hosts.flatMap(({ id }) => this.#forest.onRootBus.get(id) ?? []);
    if (tops.length === 0) return null;
    const buses = hosts.map(({ id }) => ({
      functions: this.#forest.onRootBus.get(id) ?? [],
      below: null,
    }));
    const hidden = hiddenBelow(this.#forest, buses);
    const ids = tops.map(({ id }) => id);
    return {
      key: about,
      about,
      tops: ids,
      hidden,
      words: collapsedWords(null, hidden, this.#notes),
    };
  }

  #named(
    about: ScenePartId,
    functions: readonly PciFunction[],
    tops: readonly PciFunction[],
    words: string,
  ): CollapsedPart | null {
    const [fn] = tops;
    if (!fn) return null;
    const name = this.#titleOf(fn);
    const title =
      fn.type === 'upstream'
        ? switchTitle(name)
        : cardTitle(name, isBridge(fn) ? 'bridge' : 'other');
    const hidden = { functions, words };
    return {
      key: fn.id,
      about,
      tops: tops.map(({ id }) => id),
      hidden,
      words: collapsedWords({ fn, title }, hidden, this.#notes),
    };
  }
}
