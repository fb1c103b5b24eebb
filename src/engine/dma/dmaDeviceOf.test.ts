import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import {
  DRIVE_A,
  NIC,
  oneSwitch,
  withFunctions,
  withLimits,
} from '../mapping/scenarioMachines.testkit.ts';
import { type Asked, question } from './choose.testkit.ts';
import { dmaDeviceOf } from './dmaDeviceOf.ts';

function found(asked: Asked) {
  const { topology, client, conditions } = question(asked);
  return dmaDeviceOf(topology, client, conditions);
}

const changed = (about: FunctionId, change: Partial<PciFunction>) =>
  withFunctions(oneSwitch(), (fn) => (fn.id === about ? { ...fn, ...change } : fn));

const BITS_64 = 2 ** 64;

test('what the document says holds', () => {
  const machine = withLimits(oneSwitch(), NIC, {
    maskBits: 32,
    maxSegment: 0x1800,
    boundary: 0xffff,
  });
  const { device, remarks } = found({ machine, mode: 'strict' });
  expect(device).toEqual({
    mask: 0xffff_ffff,
    busLimit: null,
    maxSegment: 0x1800,
    boundary: 0xffff,
    isUntrusted: false,
    minAlignMask: 0,
  });
  expect(remarks).toEqual([]);
});

describe('defaults by driver and kernel', () => {
  const none = { ...oneSwitch() };
  const machine = withFunctions(none, (fn) => ({ ...fn, dma: 'unknown' }));

  test.each<[string, FunctionId, number, number]>([
    // The drive: 64 KiB before 5.2; 4095 from 5.10 on.
    ['4.20', DRIVE_A, 0x1_0000, 0],
    ['5.4', DRIVE_A, 0xffff_ffff, 0],
    ['5.10', DRIVE_A, 0xffff_ffff, 0xfff],
    ['7.0', DRIVE_A, 0xffff_ffff, 0xfff],
    // The adapter: 2 GiB by the RDMA core, later by its driver.
    ['5.4', NIC, 0x8000_0000, 0],
    ['6.12', NIC, 0x8000_0000, 0],
  ])('%s, %s: %i', (kernel, client, maxSegment, minAlignMask) => {
    expect(found({ machine, kernel, client }).device).toMatchObject({
      mask: BITS_64,
      maxSegment,
      boundary: 0xffff_ffff,
      minAlignMask,
    });
  });

  test.each<[string, string | null, number]>([
    ['5.10', 'mlx4_core', 0x8000_0000],
    ['5.11', 'mlx4_core', 0x4000_0000],
    ['6.12', 'bnxt_en', 0xffff_ffff],
    ['6.12', 'amdgpu', 0xffff_ffff],
    ['6.12', 'e1000e', 0x1_0000],
    // Without a driver: an adapter of that maker is mlx5’s.
    ['6.12', null, 0x8000_0000],
  ])('%s, driver %s: %i', (kernel, driver, maxSegment) => {
    const { device, remarks } = found({
      machine: changed(NIC, { driver, dma: 'unknown' }),
      kernel,
    });
    expect(device.maxSegment).toBe(maxSegment);
    expect(remarks.join(' ')).toMatch(/default|sets it/);
  });

  test('conventional PCI sends 32 bits', () => {
    const { device, remarks } = found({ machine: changed(NIC, { pcie: null, dma: 'unknown' }) });
    expect(device.mask).toBe(0xffff_ffff);
    expect(remarks.join(' ')).toContain('32 address bits');
  });
});

describe('untrusted devices', () => {
  const port = (change: Partial<PciFunction>) =>
    withFunctions(oneSwitch(), (fn) => (fn.type === 'root-port' ? { ...fn, ...change } : fn));
  const external = port({ externalFacing: true });

  test.each<[string, 'intel' | 'amd', boolean]>([
    ['5.2', 'intel', false],
    ['5.4', 'intel', true],
    ['5.10', 'amd', false],
    ['5.11', 'amd', true],
    ['7.0', 'intel', true],
  ])('below an external-facing port, %s, %s: %s', (kernel, iommu, isUntrusted) => {
    const asked: Asked = { machine: external, kernel, iommu, mode: 'strict' };
    expect(found(asked).device.isUntrusted).toBe(isUntrusted);
  });

  test('what the document says of the function itself comes first', () => {
    const machine = withFunctions(external, (fn) =>
      fn.id === NIC ? { ...fn, untrusted: false } : fn,
    );
    expect(found({ machine, mode: 'strict' }).device.isUntrusted).toBe(false);
    const marked = changed(NIC, { untrusted: true });
    expect(found({ machine: marked, mode: 'strict' }).device.isUntrusted).toBe(true);
  });
});
