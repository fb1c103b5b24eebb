import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { settle } from '../build/settle.ts';
import { genericPart } from '../catalogue/catalogue.ts';
import { makeRootPort } from '../catalogue/makeBridge.ts';
import type { At } from '../catalogue/makeFunction.ts';
import { makeHost } from '../catalogue/makeHost.ts';
import { makePart } from '../catalogue/makePart.ts';
import { makeDownstream, makeSwitch } from '../catalogue/makeSwitch.ts';
import type { PlatformPart, SwitchPart } from '../catalogue/part.ts';
import { PLATFORMS } from '../catalogue/platforms.ts';
import { SWITCHES } from '../catalogue/switches.ts';
import { Analysis } from '../engine/analyze.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';

const HOST = 'h0' as HostBridgeId;
const at = (id: string, parent: Parent): At => ({
  id: id as FunctionId,
  parent,
  label: null,
  numaNode: null,
});

function device(kind: 'gpu' | 'nvme', id: string, port: string): readonly PciFunction[] {
  const part = genericPart(kind);
  if (part?.kind !== kind) throw new Error(`there is no generic ${kind}`);
  return makePart(part, at(id, { kind: 'function', id: port as FunctionId }));
}

/** Two root ports of the platform with a device each, as a drawing would have them. */
function drawn(part: PlatformPart, iommu: 'none' | 'present', kernel: string): Machine {
  const { host, functions } = makeHost(part, {
    id: HOST,
    label: null,
    numaNode: null,
    socket: null,
  });
  const port = (id: string) => makeRootPort(part.rootPort, at(id, { kind: 'host', id: HOST }));
  const cpu = part.cpu.value === UNKNOWN ? INTEL : part.cpu.value;
  const kind = part.iommu.value === UNKNOWN ? 'intel' : part.iommu.value;
  const blank = blankMachine('drawn', part.title);
  return settle({
    ...blank,
    settings: {
      ...blank.settings,
      kernel,
      cmdline: '',
      cpu,
      iommu: iommu === 'none' ? 'none' : kind,
      iommuMode: iommu === 'none' ? null : 'passthrough',
    },
    hostBridges: [host],
    functions: [
      ...functions,
      port('rp0'),
      ...device('gpu', 'gpu0', 'rp0'),
      port('rp1'),
      ...device('nvme', 'nvme0', 'rp1'),
    ],
  }).machine;
}

/** The same below a switch, on a host that no list names. */
function belowSwitch(part: SwitchPart, iommu: 'none' | 'present'): Machine {
  const platform = genericPart('host');
  if (platform?.kind !== 'host') throw new Error('there is no generic host');
  const { functions, ...machine } = drawn(platform, iommu, '6.12');
  const up = { kind: 'function', id: 'sw0' as FunctionId } as const;
  const rest = functions.filter(({ id }) => !/^(gpu|nvme)0/.test(id));
  return settle({
    ...machine,
    functions: [
      ...rest,
      ...makeSwitch(part, at('sw0', { kind: 'function', id: 'rp0' as FunctionId })),
      makeDownstream(part, at('dn0', up)),
      ...device('gpu', 'gpu0', 'dn0'),
      makeDownstream(part, at('dn1', up)),
      ...device('nvme', 'nvme0', 'dn1'),
    ],
  }).machine;
}

describe.each(SWITCHES.map((part) => [part.id, part] as const))('%s', (_, part) => {
  it('passes peers, and sends them up where the IOMMU asks for redirects', () => {
    const ask = (iommu: 'none' | 'present') =>
      new Analysis(belowSwitch(part, iommu), {}).pair('nvme0' as FunctionId, 'gpu0' as FunctionId);
    expect(ask('none').mapType).toBe('BUS_ADDR');
    const acs = part.downstream.acs.value;
    expect(ask('present').mapType).toBe(acs === null ? 'BUS_ADDR' : 'NOT_SUPPORTED');
  });
});

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
const isSure = ({ forwardsReads }: PlatformPart) =>
  forwardsReads.value === true && forwardsReads.source.quality === 'kernel';

describe.each(PLATFORMS.map((part) => [part.id, part] as const))('%s', (id, part) => {
  it.each(['none', 'present'] as const)('is judged as its row says, IOMMU %s', (iommu) => {
    const kernel = id === 'nvidia-vera' ? 'next' : '6.12';
    const analysis = new Analysis(drawn(part, iommu, kernel), {});
    const verdict = analysis.pair('nvme0' as FunctionId, 'gpu0' as FunctionId);
    expect(verdict.mapType).toBe(isSure(part) ? 'THRU_HOST_BRIDGE' : 'NOT_SUPPORTED');
  });
});
