import { hex } from '../../base/hex.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { Draft } from './Draft.ts';

/** The id that a captured host bridge has by its numbers, as importers give it. */
export function numberedHostId(domain: number, bus: number): string {
  return `host:${hex(domain, 4)}:${hex(bus, 2)}`;
}

/**
 * The host bridge with its id: that of the document's one, else by its numbers (of a captured
 * machine), else what is wished for.
 */
export function withHostId(
  draft: Draft,
  host: HostBridge,
  before: HostBridge | null,
  wish: string,
): HostBridge {
  const known = before && !draft.ids.isTaken(before.id) ? before.id : null;
  const { domain, rootBus } = host;
  const numbered =
    draft.origin === 'captured' && rootBus !== null ? numberedHostId(domain, rootBus) : null;
  const id = draft.ids.derived(known ?? numbered ?? wish) as HostBridgeId;
  return { ...host, id };
}
