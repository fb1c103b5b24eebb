import { describe, expect, it } from 'vitest';
import { settle } from '../build/settle.ts';
import { CATALOGUE, genericPart } from '../catalogue/catalogue.ts';
import { makePort } from '../catalogue/makeBridge.ts';
import type { At } from '../catalogue/makeFunction.ts';
import { makeHost } from '../catalogue/makeHost.ts';
import { makePart } from '../catalogue/makePart.ts';
import { makeDownstream } from '../catalogue/makeSwitch.ts';
import type { BridgePart, DevicePart, PortPart, SwitchPart } from '../catalogue/part.ts';
import { Analysis } from '../engine/analyze.ts';
import { blankMachine } from '../model/blank.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';

/*
 * Every part of the catalogue in a drawing, next to a generic drive: what nobody has found out about
 * a part must not leave a verdict or a group open.
 */

type Drawable = BridgePart | DevicePart | PortPart | SwitchPart;

const HOST = 'h0' as HostBridgeId;
const ROOT: Parent = { kind: 'host', id: HOST };
const under = (id: string): Parent => ({ kind: 'function', id: id as FunctionId });
const at = (id: string, parent: Parent): At => ({
  id: id as FunctionId,
  parent,
  label: null,
  numaNode: null,
});

function generic(kind: 'port' | 'nvme' | 'card' | 'host') {
  const part = genericPart(kind);
  if (part === null) throw new Error(`there is no generic ${kind}`);
  return part;
}

function port(id: string): PciFunction {
  const part = generic('port');
  if (part.kind !== 'port') throw new Error('a port is no port');
  return makePort(part, at(id, ROOT));
}

function device(kind: 'nvme' | 'card', id: string, parent: string): readonly PciFunction[] {
  const part = generic(kind);
  return 'functions' in part ? makePart(part, at(id, under(parent))) : [];
}

/** The part below a root port, with something below it where it is a port or a bridge. */
function drawnPart(part: Drawable): readonly PciFunction[] {
  switch (part.kind) {
    case 'port':
      return [...makePart(part, at('part', ROOT)), ...device('card', 'below', 'part')];
    case 'rciep':
      return makePart(part, at('part', ROOT));
    case 'switch':
      return [
        port('rp1'),
        ...makePart(part, at('part', under('rp1'))),
        makeDownstream(part, at('dn0', under('part'))),
        ...device('card', 'below', 'dn0'),
        makeDownstream(part, at('dn1', under('part'))),
        ...device('nvme', 'below1', 'dn1'),
      ];
    case 'bridge':
      return [
        port('rp1'),
        ...makePart(part, at('part', under('rp1'))),
        ...device('card', 'below', 'part'),
      ];
    default:
      return [port('rp1'), ...makePart(part, at('part', under('rp1')))];
  }
}

function drawn(part: Drawable, iommu: 'none' | 'intel'): Machine {
  const platform = generic('host');
  if (platform.kind !== 'host') throw new Error('a host is no host');
  const said = { id: HOST, label: null, numaNode: null, socket: null };
  const { host, functions } = makeHost(platform, said);
  const blank = blankMachine('drawn', part.title);
  return settle({
    ...blank,
    settings: {
      ...blank.settings,
      kernel: '6.12',
      cmdline: '',
      cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
      iommu,
      iommuMode: iommu === 'none' ? null : 'passthrough',
    },
    hostBridges: [host],
    functions: [...functions, port('rp0'), ...device('nvme', 'nvme0', 'rp0'), ...drawnPart(part)],
  }).machine;
}

/** `from to`, for each ordered pair of which the verdict is open. */
function openPairs(analysis: Analysis): readonly string[] {
  const ends = analysis.machine.functions.filter(isEndpointLike).map(({ id }) => id);
  return ends.flatMap((provider) =>
    ends
      .filter((client) => client !== provider)
      .filter((client) => {
        const { mapType, confidence } = analysis.pair(provider, client);
        return mapType === null || confidence === 'unknown';
      })
      .map((client) => `${provider} ${client}`),
  );
}

const PARTS = CATALOGUE.filter(
  (part): part is Drawable => part.kind !== 'host' && part.kind !== 'vmd' && part.kind !== 'slot',
);

describe.each(PARTS.map((part) => [part.id, part] as const))('%s', (_, part) => {
  it.each(['none', 'intel'] as const)('leaves nothing open, IOMMU %s', (iommu) => {
    const analysis = new Analysis(drawn(part, iommu), {});
    expect(openPairs(analysis)).toEqual([]);
    const { assumed, wayHidden, ungrouped } = analysis.groups();
    expect({ assumed, wayHidden, ungrouped }).toEqual({
      assumed: [],
      wayHidden: [],
      ungrouped: [],
    });
  });
});
