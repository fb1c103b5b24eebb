import type { Result } from '../base/result.ts';
import type { OrUnknown } from '../base/unknown.ts';
import type { HostBridge, Slot, Socket } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { LinkState } from '../model/registers.ts';
import type { Flow } from '../model/workload.ts';
import type { NodeKind } from './kinds.ts';
import type { StatedLink } from './linkDefaults.ts';

/** Lines that take attributes. */
export type LineKind = NodeKind | 'slot' | 'link' | 'flow' | 'group';

/** A function as far as its line has been read; names are not resolved yet. */
export interface FunctionDraft {
  readonly fn: PciFunction;
  /** Of a captured machine: `at=` is where it is, not a wish. */
  readonly isCaptured: boolean;
  /** The domain that it is in, as far as the lines above say. */
  readonly domain: number;
  /** What its line states of the link. */
  readonly stated: StatedLink;
  /** `now=`: what this end of the link shows, whatever the other one says; `null`: that is not said. */
  readonly now: OrUnknown<LinkState> | null;
  /** Of a switch: what its downstream ports have unless their own line says otherwise. */
  readonly ports: PciFunction['acs'];
  /** Of a switch: downstream ports besides those that something hangs from. */
  readonly freePorts: number;
  /** Names of the slots that this function feeds. */
  readonly feeds: readonly string[];
  /** Name of the slot that its device is plugged into. */
  readonly slot: string | null;
  /** Name of its physical function, where the place of the line does not say it. */
  readonly physical: string | null;
}

/** A slot as far as its line has been read. */
export type SlotDraft = Pick<Slot, 'lanes' | 'bifurcation' | 'riser' | 'label'>;
export type SocketDraft = Pick<Socket, 'model'>;
export interface LinkDraft {
  readonly bytesPerSecond: number | null;
  readonly latencyNs: number | null;
}
export type FlowDraft = Pick<Flow, 'sizeBytes' | 'queueDepth' | 'rateBytesPerSecond'>;
/** A host bridge; of a VMD the one of its domain. */
export type HostDraft = HostBridge;

/** What highlighting, completion and messages ask of an attribute. */
export interface AttributeInfo {
  readonly name: string;
  /** `value`: `mps=512`; `flag`: a word alone, or with `=no`; `suffix`: `gen5`, `x16`. */
  readonly form: 'value' | 'flag' | 'suffix';
  readonly kinds: readonly LineKind[];
  readonly help: string;
  /** Values to suggest, most likely first; `?` stands for unknown where it may. */
  readonly values: readonly string[];
}

/**
 * An attribute in both directions. `write` gives the canonical text of what a part has, which `read`
 * makes of any other part of the kind; `null`: there is nothing of it to be said of this part.
 * Attributes are applied in the order of their table, whatever their order on the line.
 */
export interface Attribute<Draft> extends AttributeInfo {
  /** The error is what was expected: `a size such as 64K`. */
  readonly read: (draft: Draft, value: string) => Result<Draft, string>;
  readonly write: (draft: Draft) => string | null;
}
