import { makeVmd } from '../../catalogue/makeHost.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { HOST_ATTRIBUTES } from '../attributesHost.ts';
import { genericNamed } from '../partNamed.ts';
import type { Above } from './above.ts';
import { partOf } from './kindOf.ts';
import { spell } from './spell.ts';
import type { Writer } from './Writer.ts';

/** The domain behind a VMD: words for its host bridge stand on the VMD's line. */
export function domainWords(writer: Writer, fn: PciFunction, above: Above): readonly string[] {
  const host = writer.machinery.domainOf(fn.id);
  const start = host && domainStart(writer, fn, above);
  if (!host || !start) return [];
  const without = new Set(writer.isCaptured ? [] : ['lastbus', 'domain']);
  const { words } = spell(start, host, 'vmd', HOST_ATTRIBUTES, without);
  if (host.label !== null || host.socket !== start.socket) writer.losses.add('field');
  if (host.numaNode !== start.numaNode) writer.losses.add('field');
  return words;
}

function domainStart(writer: Writer, fn: PciFunction, above: Above): HostBridge | null {
  const named = partOf(fn);
  const isNamed = named?.kind === 'vmd' && (writer.isCaptured || named.id !== 'vmd');
  const vmd = isNamed ? named : genericNamed('vmd');
  if (vmd?.kind !== 'vmd') return null;
  const at = {
    id: fn.id,
    parent: { kind: 'host', id: '' as HostBridgeId },
    label: null,
    numaNode: fn.numaNode,
  } as const;
  const { host } = makeVmd(vmd, at, `${fn.id}/domain` as HostBridgeId);
  const captured = writer.isCaptured && { rootBus: null, model: isNamed ? vmd.id : null };
  return { ...host, socket: above.socket, ...captured };
}

/** What hangs below a VMD, and what its line says about it. */
export function domainBelow(
  writer: Writer,
  fn: PciFunction,
  above: Above,
): { readonly functions: readonly PciFunction[]; readonly above: Above } | null {
  const host = writer.machinery.domainOf(fn.id);
  const named = partOf(fn);
  const vmd = named?.kind === 'vmd' ? named : genericNamed('vmd');
  if (!host || vmd?.kind !== 'vmd') return null;
  return {
    functions: writer.machinery.below(host.id),
    above: {
      ...above,
      kind: 'host',
      parent: { kind: 'host', id: host.id },
      numaNode: fn.numaNode,
      domain: host.domain,
      around: {
        isCaptured: writer.isCaptured,
        rootPort: { plan: vmd.rootPort, model: vmd.id },
        switchPart: null,
        ports: null,
      },
      port: null,
      slot: null,
      id: fn.id,
    },
  };
}
