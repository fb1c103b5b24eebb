import { describe, expect, it } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { capsOf } from './caps.ts';
import { contextOf } from './limits/limits.testkit.ts';

/** Two sockets of a platform, two root ports each, with what stands below the first one. */
const machine = (platform: string, more = '') => `machine "caps"
cpu AuthenticAMD:0x1a
iommu none
socket 0
  host h0 ${platform}
    rp0: port gen5 x16
      gpu0: gpu gen5 x16
    rp1: port gen5 x16
      gpu1: gpu gen5 x16
socket 1
  host h1 ${platform}
    rp2: port gen5 x16
      gpu2: gpu gen5 x16
${more}`;
const id = (name: string) => name as FunctionId;

function capsMet(text: string, from: string, to: string, changes = {}) {
  const { analysis, options } = contextOf(text, changes);
  const found = capsOf(analysis, options);
  const name = (label: string) =>
    analysis.machine.functions.find((fn) => fn.label === label)?.id ?? id(label);
  const places =
    to === 'memory' ? found.toMemory(name(from), null) : found.betweenPorts(name(from), name(to));
  return {
    ...found,
    met: places.map((place) => found.caps[place]),
    payload: found.forwardedPayload(name(from), name(to)),
  };
}
const words = (text: string, from: string, to: string, changes = {}) =>
  capsMet(text, from, to, changes).met.map((cap) => `${cap?.title}: ${(cap?.capacity ?? 0) / 1e9}`);

describe('capsOf', () => {
  it('knows no cap of EPYC within a socket, and one for each port across', () => {
    expect(words(machine('turin'), 'rp0', 'rp1')).toEqual([
      'root complex h0, from port to port: 0',
    ]);
    expect(words(machine('turin'), 'rp0', 'rp2')).toEqual([
      'root complex h0, from port to port: 0',
      'socket0 to socket1: 0',
      'peers of other sockets to rp2: 39.55',
      'root complex h1, from port to port: 0',
    ]);
  });

  it('names the rows that a measured figure was taken from', () => {
    const { met } = capsMet(machine('turin'), 'rp0', 'rp2');
    const cap = met.find((each) => each?.capacity === 39.55e9);
    expect(cap?.source).toMatchObject({ quality: 'measured' });
    expect(cap?.source?.rows).toHaveLength(4);
  });

  it('caps a whole root complex where that was measured', () => {
    expect(words(machine('broadwell-e'), 'rp0', 'rp1')).toEqual([
      'root complex h0, from port to port: 7.1',
    ]);
    const { met } = capsMet(machine('broadwell-e'), 'rp0', 'rp1');
    expect(met[0]?.source?.rows).toEqual(['kaigai-3ssd']);
  });

  it('goes by what the machine states, whatever was measured', () => {
    const text = machine('broadwell-e').replace(
      'host h0 broadwell-e',
      'host h0 broadwell-e p2p=rw@20G',
    );
    expect(words(text, 'rp0', 'rp1')).toEqual(['root complex h0, from port to port: 20']);
    const linked = machine('turin', 'link xgmi socket0 -- socket1 rate=100G\n');
    expect(words(linked, 'rp0', 'rp2')[1]).toBe('socket0 to socket1: 100');
  });

  it('leaves measured figures out where the options ask for it, and keeps stated ones', () => {
    const off = { withPlatformCaps: false };
    expect(words(machine('broadwell-e'), 'rp0', 'rp1', off)).toEqual([
      'root complex h0, from port to port: 0',
    ]);
    const text = machine('turin').replace('host h0 turin', 'host h0 turin p2p=rw@20G');
    expect(words(text, 'rp0', 'rp1', off)).toEqual(['root complex h0, from port to port: 20']);
    expect(words(machine('turin'), 'rp0', 'rp2', off)).toHaveLength(3);
  });

  it('has QPI of the catalogue between sockets', () => {
    expect(words(machine('"Xeon E5 v2"'), 'rp0', 'rp2')[1]).toBe('socket0 to socket1: 32');
  });

  it('cuts forwarded writes where the platform was seen to do so', () => {
    expect(capsMet(machine('sapphire-rapids'), 'rp0', 'rp1').payload?.bytes).toBe(64);
    expect(capsMet(machine('turin'), 'rp0', 'rp1').payload).toBeNull();
    const off = { withPlatformCaps: false };
    expect(capsMet(machine('sapphire-rapids'), 'rp0', 'rp1', off).payload).toBeNull();
  });

  it('caps writes to memory below one root bus of a Threadripper', () => {
    expect(words(machine('threadripper-7000'), 'rp0', 'memory')).toEqual([
      'writes to memory below h0: 72.89',
    ]);
  });

  it('takes the way with the fewest links between sockets', () => {
    const four = `${machine('turin')}socket 2
  host h2 turin
    rp3: port gen5 x16
link xgmi socket0 -- socket1 rate=10G
link xgmi socket1 -- socket2 rate=20G
`;
    expect(words(four, 'rp0', 'rp3').slice(1, 3)).toEqual([
      'socket0 to socket1: 10',
      'socket1 to socket2: 20',
    ]);
  });

  it('has a cap for each conventional bus and each switch of which the rate is stated', () => {
    const { analysis, options } = contextOf(
      machine('turin')
        .replace(
          '      gpu1: gpu gen5 x16\n',
          '      br: bridge type=pcie-to-pci\n        card0: card conventional\n',
        )
        .replace(
          '      gpu0: gpu gen5 x16\n',
          '      sw0: switch rate=12500M\n        gpu0: gpu gen5 x16\n',
        ),
    );
    const found = capsOf(analysis, options);
    const of = (label: string) => {
      const fn = analysis.machine.functions.find((each) => each.label === label);
      return fn ? found.through(fn.id).map((place) => found.caps[place]?.capacity) : null;
    };
    expect(of('br')).toEqual([4 * (100e6 / 3)]);
    expect(of('sw0')).toEqual([12.5e9]);
    expect(of('gpu0')).toEqual([]);
    expect(found.assumed.map(({ text }) => text).join(' ')).toContain('33 MHz');
  });
});
