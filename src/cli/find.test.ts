import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { writeDocument } from '../formats/write/writeDocument.ts';
import { acs, MachineBuilder } from '../model/machine.testkit.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { run } from './run.ts';

const DUMP = fileURLToPath(
  new URL('../../fixtures/golden/kernel/s01-switch-noacs-2.612-none.lspci.txt.gz', import.meta.url),
);
const MIB = 1 << 20;

const memory = (published: boolean) => ({
  change: { p2pMemory: [{ bar: 0, offset: 0, size: MIB, published }], driver: null },
});

/** Three providers in a switch, one of them private, and an hfi1 adapter. */
const drawn = (secondPort: PciFunction['acs']) =>
  writeDocument(
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01-06')
      .upstream('01:00.0', '02-06')
      .downstream('02:00.0', '03', { acs: acs(0) })
      .downstream('02:01.0', '04', { acs: secondPort })
      .downstream('02:02.0', '05', { acs: acs(0) })
      .downstream('02:03.0', '06', { acs: acs(0) })
      .endpoint('03:00.0', memory(true))
      .endpoint('04:00.0', memory(true))
      .endpoint('05:00.0', memory(false))
      .endpoint('06:00.0', { change: { driver: 'hfi1' } })
      .build(),
  );
const DRAWN = drawn(acs(0));

async function find(words: string, stdin = '') {
  let out = '';
  let err = '';
  const status = await run(['find', ...words.split(' ')], {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile,
    readStdin: async () => Buffer.from(stdin),
    readNames: async () => null,
  });
  return { status, out, err };
}

const json = async (words: string, stdin?: string) =>
  JSON.parse((await find(`${words} --json`, stdin)).out);

describe('peerlane find', () => {
  test('providers that are named, on a dump', async () => {
    expect(await json(`${DUMP} --clients 03:00.0 --providers 04:00.0,03:00.0`)).toMatchObject({
      kernel: '7.1',
      candidates: [
        { provider: '0000:03:00.0', distance: 0 },
        { provider: '0000:04:00.0', distance: 4 },
      ],
      chosenFrom: ['0000:03:00.0'],
    });
  });

  test('a dump shows no provider: it asks for their names', async () => {
    const { status, err } = await find(`${DUMP} --clients 03:00.0`);
    expect(status).toBe(2);
    expect(err).toContain('--providers');
  });

  test('ties, of the published providers that a document shows', async () => {
    const answer = await json('- --clients 06:00.0 --kernel 6.12', DRAWN);
    expect(answer.chosenFrom).toEqual(['0000:03:00.0', '0000:04:00.0']);
    expect(answer.assumed.join()).toContain('0000:05:00.0 is not published');
  });

  test('hfi1 and software RDMA are refused where kernels ask for it', async () => {
    for (const client of ['06:00.0', 'rxe@03:00.0', 'siw@03:00.0']) {
      const { candidates, log } = await json(`- --clients ${client} --kernel 5.10`, DRAWN);
      expect([client, candidates]).toEqual([client, []]);
      expect(log.join()).toContain('dma_virt_ops');
    }
    expect((await json('- --clients rxe@03:00.0 --kernel 6.12', DRAWN)).chosenFrom).toHaveLength(1);
  });

  test('what is no PCI device finds nothing on any kernel', async () => {
    const { status, out } = await find('- --clients none@ram0 --kernel 6.12', DRAWN);
    expect(status).toBe(0);
    expect(out).toContain('No provider suits all clients.');
  });

  test('the plain text fits 80 columns and marks what may be chosen', async () => {
    const { out } = await find('- --clients 06:00.0,04:00.0 --kernel 6.12', DRAWN);
    expect(out).toMatch(/^\* 0000:04:00.0 distance 4$/m);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('a provider that may suit as well is told, in both forms', async () => {
    const open = drawn(UNKNOWN);
    const answer = await json('- --clients 06:00.0 --kernel 6.12', open);
    expect(answer).toMatchObject({ chosenFrom: ['0000:03:00.0'], undecided: ['0000:04:00.0'] });
    const { out } = await find('- --clients 06:00.0 --kernel 6.12', open);
    expect(out).toContain('* is chosen, unless one marked ? is as near');
  });

  test.each(['', '--clients ', '--clients 09:00.0'])('%j is a usage error', async (words) => {
    const { status } = await find(`- ${words}`.trim(), DRAWN);
    expect(status).toBe(2);
  });
});
