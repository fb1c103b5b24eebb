import { describe, expect, it } from 'vitest';
import { configSpace } from './configSpace.testkit.ts';
import { type FactName, type Facts, factValue } from './functionFacts.ts';
import { decodePcieCapability } from './pcieCapability.ts';

function decode(rows: Readonly<Record<number, string>>): (name: FactName) => unknown {
  const facts: Facts = {};
  const shifted = Object.entries(rows).map(([offset, bytes]) => [0x40 + Number(offset), bytes]);
  decodePcieCapability(configSpace(256, Object.fromEntries(shifted)), 0x40, facts, 1);
  return (name) => factValue(facts, name);
}

describe('decodePcieCapability', () => {
  it.each([
    ['02 00', 'endpoint'],
    ['12 00', 'legacy-endpoint'],
    ['42 00', 'root-port'],
    ['52 00', 'upstream'],
    ['62 00', 'downstream'],
    ['72 00', 'pcie-to-pci'],
    ['82 00', 'pci-to-pcie'],
    ['92 00', 'rciep'],
    ['a2 00', 'rcec'],
    ['f2 00', undefined],
  ])('reads the type in %s', (bytes, type) => {
    const fact = decode({ 2: bytes });
    expect(fact('pcie')).toBe(true);
    expect(fact('pcieVersion')).toBe(2);
    expect(fact('type')).toBe(type);
  });

  it('reads link registers', () => {
    // LnkCap: 16 GT/s x16, port 5; LnkSta: 8 GT/s x8; LnkCtl: RCB 128; LnkCtl2: 16 GT/s.
    const fact = decode({ 2: '42 00', 12: '04 01 00 05', 16: '08 00 83 00', 48: '04 00' });
    expect(fact('link')).toBe(true);
    expect([fact('capableGts'), fact('capableWidth'), fact('portNumber')]).toEqual([16, 16, 5]);
    expect([fact('currentGts'), fact('currentWidth')]).toEqual([8, 8]);
    expect([fact('readCompletionBoundary'), fact('targetGts')]).toEqual([128, 16]);
  });

  it.each([
    [1, 2.5],
    [2, 5],
    [3, 8],
    [4, 16],
    [5, 32],
    [6, 64],
    [7, 128],
    [0, undefined],
    [9, undefined],
  ])('reads speed code %i', (code, gts) => {
    expect(decode({ 2: '02 00', 18: `0${code} 00` })('currentGts')).toBe(gts);
  });

  it('reads device registers', () => {
    // DevCap: 512 bytes; DevCtl: relaxed ordering, 256 bytes, extended tags, no snoop, 4096 bytes.
    const fact = decode({ 2: '02 00', 4: '02 00 00 00', 8: '30 59', 40: '00 10' });
    expect(fact('maxPayloadSupported')).toBe(512);
    expect([fact('maxPayload'), fact('maxReadRequest')]).toEqual([256, 4096]);
    expect([fact('relaxedOrdering'), fact('noSnoop')]).toEqual([true, true]);
    expect([fact('extendedTags'), fact('tenBitTags')]).toEqual([true, true]);
  });

  it('does not make sizes of reserved codes', () => {
    const fact = decode({ 2: '02 00', 4: '07 00 00 00', 8: 'e0 70' });
    expect(fact('maxPayloadSupported')).toBeUndefined();
    expect(fact('maxPayload')).toBeUndefined();
    expect(fact('maxReadRequest')).toBeUndefined();
  });

  it('reads a slot where a port has one', () => {
    const port = decode({ 2: '62 01', 20: '00 00 50 01' });
    expect([port('slotImplemented'), port('slotNumber')]).toEqual([true, 42]);
    const empty = decode({ 2: '62 00', 20: '00 00 50 01' });
    expect([empty('slotImplemented'), empty('slotNumber')]).toEqual([false, undefined]);
    const endpoint = decode({ 2: '02 01', 20: '00 00 50 01' });
    expect([endpoint('slotImplemented'), endpoint('slotNumber')]).toEqual([false, undefined]);
  });

  it('gives integrated functions no link, and switch ports no completion boundary', () => {
    const integrated = decode({ 2: '92 00', 12: '04 01 00 05' });
    expect([integrated('link'), integrated('capableGts')]).toEqual([false, undefined]);
    expect(decode({ 2: '62 00' })('readCompletionBoundary')).toBeUndefined();
  });

  it('knows that version 1 ends before the second registers', () => {
    const fact = decode({ 2: '01 00', 40: '00 10', 48: '04 00' });
    expect([fact('tenBitTags'), fact('targetGts')]).toEqual([false, null]);
  });

  it('takes a target speed of 0 for 2.5 GT/s', () => {
    expect(decode({ 2: '02 00', 48: '00 00' })('targetGts')).toBe(2.5);
  });

  it('states no more than the presence when the rest was cut', () => {
    const facts: Facts = {};
    decodePcieCapability(configSpace(0x41, {}), 0x40, facts, 1);
    expect(Object.keys(facts)).toEqual(['pcie']);
  });
});
