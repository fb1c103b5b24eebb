import { describe, expect, it } from 'vitest';
import { configSpace } from './configSpace.testkit.ts';
import { decodeConfigSpace } from './decodeConfigSpace.ts';
import { type FactName, factValue } from './functionFacts.ts';

const ENDPOINT = {
  0: '86 80 5e 0a',
  6: '10 00',
  8: '01 02 08 01',
  14: '80',
  44: '28 10 08 1f',
  52: '40',
  64: '10 00 02 00',
};

function decode(size: number, rows: Readonly<Record<number, string>>): (name: FactName) => unknown {
  const { facts } = decodeConfigSpace(configSpace(size, rows), 7);
  return (name) => factValue(facts, name);
}

describe('decodeConfigSpace', () => {
  it('reads the header', () => {
    const fact = decode(256, ENDPOINT);
    expect([fact('vendorId'), fact('deviceId')]).toEqual([0x8086, 0x0a5e]);
    expect([fact('revision'), fact('classCode')]).toEqual([1, 0x010802]);
    expect([fact('headerType'), fact('multifunction')]).toEqual([0, true]);
    expect([fact('subsystemVendorId'), fact('subsystemDeviceId')]).toEqual([0x1028, 0x1f08]);
    expect(fact('bridge')).toBe(false);
  });

  it('names the line that a fact is from', () => {
    expect(decodeConfigSpace(configSpace(64, ENDPOINT), 7).facts.vendorId?.line).toBe(7);
  });

  it('reads a bridge', () => {
    const fact = decode(256, {
      14: '01',
      24: '02 05 09',
      28: 'f0 00',
      32: 'f0 ff 00 00 f0 ff 00 00',
      52: '40',
      6: '10 00',
      64: '0d 50',
      68: 'd9 15 34 12',
      80: '10 00 62 00',
    });
    expect([fact('primaryBus'), fact('secondaryBus'), fact('subordinateBus')]).toEqual([2, 5, 9]);
    expect(fact('windows')).toEqual([]);
    expect(fact('type')).toBe('downstream');
    expect([fact('subsystemVendorId'), fact('subsystemDeviceId')]).toEqual([0x15d9, 0x1234]);
  });

  it('reads a CardBus bridge', () => {
    const fact = decode(256, { 14: '02', 24: '02 03 06', 64: '43 10 34 12' });
    expect([fact('bridge'), fact('secondaryBus'), fact('windows')]).toEqual([true, 3, undefined]);
    expect(fact('subsystemVendorId')).toBe(0x1043);
    expect(fact('type')).toBe('conventional-bridge');
  });

  it('reads the extended capabilities', () => {
    const fact = decode(4096, {
      ...ENDPOINT,
      // ACS with egress control of 8 ports, then ARI, ATS and SR-IOV.
      256: '0d 00 01 12 7f 08 1d 00 a5 00 00 00',
      288: '0e 00 01 14 00 03 00 00',
      320: '0f 00 01 16 00 00 00 80',
      352: '10 00 01 00 00 00 00 00 01 00 00 00 40 00 40 00 08 00 00 00 80 00 02 00 00 00 ca 10',
      388: '0c 00 00 fe 00 00 00 00',
    });
    expect([fact('acs'), fact('acsCapability'), fact('acsControl')]).toEqual([true, 0x087f, 0x1d]);
    expect(fact('egressVector')).toEqual([0xa5]);
    expect([fact('ari'), fact('ariNextFunction')]).toEqual([true, 3]);
    expect([fact('ats'), fact('atsEnabled')]).toEqual([true, true]);
    expect([fact('vfEnabled'), fact('totalVfs'), fact('numVfs')]).toEqual([true, 64, 8]);
    expect([fact('firstVfOffset'), fact('vfStride')]).toEqual([128, 2]);
    expect(fact('vfDeviceId')).toBe(0x10ca);
    expect(fact('vfBars')).toMatchObject([{ index: 0, is64bit: true, address: '0xfe000000' }]);
  });

  it('reads 256 egress bits where the size field is 0, and none without egress control', () => {
    const wide = decode(4096, { ...ENDPOINT, 256: '0d 00 01 00 20 00 20 00' });
    expect(wide('egressVector')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const plain = decode(4096, { ...ENDPOINT, 256: '0d 00 01 00 5f 00 1d 00' });
    expect(plain('egressVector')).toBeNull();
  });

  it('states absence only where the bytes prove it', () => {
    const full = decode(4096, ENDPOINT);
    expect(['acs', 'ari', 'ats', 'sriov'].map((name) => full(name as FactName))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const first256 = decode(256, ENDPOINT);
    expect([first256('pcie'), first256('acs')]).toEqual([true, undefined]);
    const first64 = decode(64, ENDPOINT);
    expect([first64('pcie'), first64('acs'), first64('type')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows a conventional function from 256 bytes on', () => {
    const conventional = { ...ENDPOINT, 64: '01 00' };
    const fact = decode(256, conventional);
    expect([fact('pcie'), fact('acs'), fact('type')]).toEqual([false, false, 'conventional']);
    expect(decode(64, { ...conventional, 6: '00 00' })('pcie')).toBeUndefined();
  });

  it('leaves the ids and BARs of virtual functions to others', () => {
    const { facts, isVirtual } = decodeConfigSpace(
      configSpace(256, { ...ENDPOINT, 0: 'ff ff ff ff' }),
      1,
    );
    expect(isVirtual).toBe(true);
    expect([facts.vendorId, facts.bars]).toEqual([undefined, undefined]);
    expect(facts.type?.value).toBe('endpoint');
  });

  it('reads nothing where nobody answered', () => {
    const ones = Object.fromEntries(
      Array.from({ length: 4 }, (_, row) => [row * 16, Array(16).fill('ff').join(' ')]),
    );
    expect(decodeConfigSpace(configSpace(64, ones), 1)).toEqual({
      facts: {},
      answered: false,
      extendedBroken: false,
      isVirtual: false,
    });
  });

  it('makes nothing of header types that do not exist', () => {
    const { facts } = decodeConfigSpace(configSpace(256, { ...ENDPOINT, 14: '55' }), 1);
    expect([facts.bridge, facts.pcie, facts.bars]).toEqual([undefined, undefined, undefined]);
  });

  it('survives an empty space', () => {
    expect(decodeConfigSpace(configSpace(0, {}), 1).facts).toEqual({});
  });
});
