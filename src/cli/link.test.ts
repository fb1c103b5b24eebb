import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

async function link(words: string) {
  let [out, err] = ['', ''];
  const never = () => Promise.reject(new Error('nothing is read'));
  const status = await run(['link', ...words.split(' ').filter((word) => word !== '')], {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile: never,
    readStdin: never,
    readNames: async () => null,
  });
  return { status, out, err };
}

const json = async (words: string) => JSON.parse((await link(`${words} --json`)).out);

test('the published model: Gen3 x8, 512 bytes', async () => {
  const words = '--gen 3 --width 8 --mps 256 --mrrs 512 --addr 64 --size 512 --model pcie-bench';
  const { raw, write, read, both, opposed } = await json(words);
  expect([raw, write, read, both].map((each) => each.toFixed(3))).toEqual([
    '63.015',
    '52.923',
    '53.690',
    '50.748',
  ]);
  expect(opposed).toBeUndefined();
});

describe('by the specification', () => {
  test('Gen5 x16: payload one way in Gb/s, and what is on the wire beside it', async () => {
    const found = await json(
      '--gen 5 --width 16 --mps 256 --mrrs 512 --rcb 64 --addr 64 --size 4096',
    );
    expect(found.raw).toBe(504.123077);
    expect(found.write / 8).toBeCloseTo(57.461, 3);
    expect(Object.keys(found)).toEqual(['raw', 'write', 'read', 'both', 'opposed', 'wire', 'full']);
    for (const load of ['write', 'read', 'both', 'opposed']) {
      const { payload, header, dllp, skp, idle } = found.wire[load];
      expect(payload + header + dllp + skp + idle).toBeCloseTo(found.raw, 4);
      expect(payload).toBe(found[load]);
    }
  });

  test('efficiency and DLLPs', async () => {
    const real = await json('--gen 5 --width 16 --eta 0.98');
    expect(real.write / 8).toBeCloseTo(56.31, 2);
    expect(real.wire.write.idle / real.raw).toBeCloseTo(0.0199, 3);
    const without = await json('--gen 5 --width 16 --dllps 0');
    expect(without.opposed).toBe(without.write);
  });

  test('ECRC, three words of header, completions at every boundary', async () => {
    const of = async (more: string) => json(`--gen 3 --width 8 --size 512 ${more}`);
    const plain = await of('');
    expect((await of('--ecrc')).write).toBeLessThan(plain.write);
    expect((await of('--addr 32')).write).toBeGreaterThan(plain.write);
    expect((await of('--completions rcb')).read).toBeLessThan(plain.read);
    expect((await of('--completions rcb --rcb 128')).read).toBeGreaterThan(
      (await of('--completions rcb')).read,
    );
  });
});

test('as text: a table, and what limits', async () => {
  const { out, err, status } = await link('--gen 3 --width 8 --size 512');
  expect([status, err]).toEqual([0, '']);
  expect(out).toBe(`Gen3 x8, transfers of 512 bytes
Max_Payload_Size 256, Max_Read_Request_Size 512, completions of up to 256
bytes, 64-bit addresses

                               Gb/s    GB/s   data header   DLLP    SKP   idle
after line code              63.015   7.877
writes                       57.461   7.183  91.2%   8.5%   0.0%   0.3%   0.0%
reads                        57.461   7.183  91.2%   7.1%   1.4%   0.3%   0.0%
reads and writes, each       53.630   6.704  85.1%  12.0%   2.7%   0.3%   0.0%
writes from both ends, each  55.865   6.983  88.7%   8.3%   2.8%   0.3%   0.0%

Payload one way; the parts are of the fuller direction.
A write is 2 TLPs of 24 bytes beside the data; it fills the direction from the
device to its port.
A read is 1 request of 24 bytes and 2 completions of 20 beside the data; it
fills the direction from the port to the device.
Reads and writes together fill the direction from the device to its port.
`);
});

test('whatever is asked fits 80 columns', async () => {
  for (const words of [
    '--gen 7 --width 32 --size 1T --mps 4096 --mrrs 4096 --ecrc --eta 0.95 --dllps 0.5',
    '--gen 1 --width 1 --size 1 --addr 32 --completions rcb --rcb 128',
    '--gen 5 --width 16 --model pcie-bench',
  ]) {
    const { out } = await link(words);
    const widest = Math.max(...out.split('\n').map((line) => line.length));
    expect([words, widest <= 80]).toEqual([words, true]);
  }
});

describe('what cannot be answered is refused', () => {
  test.each([
    ['', '--gen and --width'],
    ['--gen 5', '--gen and --width'],
    ['--gen 8 --width 16', '--gen takes 1, 2, 3, 4, 5, 6 or 7, not 8.'],
    ['--gen 5 --width 3', '--width takes'],
    ['--gen 5 --width 16 --mps 300', '--mps takes'],
    ['--gen 5 --width 16 --size 0', '--size takes bytes'],
    ['--gen 5 --width 16 --eta 2', '--eta takes a number from 0.01 to 1'],
    ['--gen 5 --width 16 --model other', '--model takes spec or pcie-bench'],
    ['--gen 5 --width 16 --model pcie-bench --eta 0.9', 'has its own'],
    ['machine.txt --gen 5 --width 16', 'takes no file'],
  ])('%s', async (words, message) => {
    const { status, err, out } = await link(words);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
