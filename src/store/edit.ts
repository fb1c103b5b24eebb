import type { OrUnknown } from '../base/unknown.ts';
import type {
  FlowId,
  FunctionId,
  HostBridgeId,
  ScatterlistId,
  SlotId,
  SocketId,
} from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction, PciId } from '../model/pciFunction.ts';
import type { Cpu, Settings } from '../model/settings.ts';
import type { Flow, FlowGroup, Scatterlist, ScatterlistEntry } from '../model/workload.ts';

/** Anything that can be named, remarked on or placed. */
export type PartId = FunctionId | HostBridgeId | SocketId | SlotId;

/**
 * A change of the document, as data: what is done, undone and told to others. `edits.ts` says how
 * each is applied and what it is called ("Undo: set ACS RR on 0000:02:00.0").
 */
export type Edit =
  /**
   * Sets or clears bits of ACS control words: of the firmware's, where they are known and a kernel
   * boots from them. Words that the input hides count as 0 from then on.
   */
  | {
      readonly kind: 'acs-control';
      readonly functions: readonly FunctionId[];
      readonly set: number;
      readonly clear: number;
    }
  | { readonly kind: 'kernel'; readonly kernel: OrUnknown<string> }
  /**
   * Words about the IOMMU end what the machine reported of its mode, unless that comes along (where
   * the old text is brought back).
   */
  | {
      readonly kind: 'cmdline';
      readonly cmdline: OrUnknown<string>;
      readonly iommuMode?: Settings['iommuMode'];
    }
  /** ACS words as they stand in the document, or as a kernel makes them of those at boot. */
  | { readonly kind: 'acs-words'; readonly acsWords: Settings['acsWords'] }
  | { readonly kind: 'cpu'; readonly cpu: OrUnknown<Cpu> }
  | {
      readonly kind: 'iommu';
      readonly iommu: Settings['iommu'];
      readonly iommuMode: Settings['iommuMode'];
    }
  /**
   * The ids by which Linux knows a host bridge: those of the first function on its root bus. Where
   * the input shows no 00.0 there, one is added.
   */
  | { readonly kind: 'host-identity'; readonly host: HostBridgeId; readonly pciId: PciId }
  /** Whether drivers lend the memory that functions offer to peers to whoever asks. */
  | {
      readonly kind: 'publish';
      readonly functions: readonly FunctionId[];
      readonly isPublished: boolean;
    }
  /** The user's own name for a part; `null` takes it away. */
  | { readonly kind: 'label'; readonly about: PartId; readonly label: string | null }
  /** Names for several parts, made after a pattern: `gpu{n}`. */
  | {
      readonly kind: 'names';
      readonly pattern: string;
      readonly names: readonly { readonly about: PartId; readonly label: string }[];
    }
  /**
   * A remark on a part (`null`: on the machine), or on the link that the part is the lower end of;
   * without text it goes. One each.
   */
  | {
      readonly kind: 'note';
      readonly about: PartId | null;
      readonly on?: 'link';
      readonly text: string;
    }
  /** Moves parts on the drawing by so many units; pinned and locked ones stay. */
  | {
      readonly kind: 'nudge';
      readonly parts: readonly PartId[];
      readonly dx: number;
      readonly dy: number;
    }
  /** Parts go back to where the layout puts them; `null`: all that are not pinned. */
  | { readonly kind: 'tidy'; readonly parts: readonly PartId[] | null }
  /** What the drawing does with parts. */
  | {
      readonly kind: 'keep';
      readonly parts: readonly PartId[];
      readonly what: 'pinned' | 'collapsed' | 'locked';
      readonly isOn: boolean;
    }
  | { readonly kind: 'name'; readonly name: string }
  /** Scatterlists; `title` says what was done to the entries: `add 4 entries`. */
  | { readonly kind: 'list-add'; readonly list: Scatterlist; readonly at: number }
  | { readonly kind: 'list-remove'; readonly id: ScatterlistId }
  | {
      readonly kind: 'list-entries';
      readonly id: ScatterlistId;
      readonly title: string;
      readonly entries: readonly ScatterlistEntry[];
    }
  | { readonly kind: 'list-client'; readonly id: ScatterlistId; readonly client: FunctionId }
  | { readonly kind: 'list-label'; readonly id: ScatterlistId; readonly label: string | null }
  /** What a driver tells of its device's DMA, and whether the device is trusted; what is left out stays. */
  | {
      readonly kind: 'dma-limits';
      readonly about: FunctionId;
      readonly limits?: PciFunction['dma'];
      readonly untrusted?: boolean;
    }
  /** Flows and groups of them; `title` says what was changed: `size of f0`. */
  | { readonly kind: 'flow-add'; readonly flow: Flow; readonly at: number }
  | { readonly kind: 'flow-change'; readonly title: string; readonly flow: Flow }
  | { readonly kind: 'flow-remove'; readonly id: FlowId }
  | { readonly kind: 'flow-group-add'; readonly group: FlowGroup; readonly at: number }
  | { readonly kind: 'flow-group-change'; readonly title: string; readonly group: FlowGroup }
  | { readonly kind: 'flow-group-remove'; readonly id: FlowId }
  /** The whole document as something else made it: a change of structure, a text that was typed. */
  | { readonly kind: 'rebuilt'; readonly title: string; readonly machine: Machine };

/** Edits of one gesture (typing in a field, dragging) become one step of the history. */
export interface Gesture {
  readonly id: string;
}
