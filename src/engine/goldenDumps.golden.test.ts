import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import { id } from '../model/machine.testkit.ts';
import type { Cpu } from '../model/settings.ts';
import { analyze } from './analyze.ts';
import { findEra } from './kernel/findEra.ts';

/*
 * What real kernels decided, against what this engine makes of the raw dumps of the same machines.
 * `fixtures/golden/kernel`: one case is the dump (`ID.lspci.txt.gz`) and the kernel's answers
 * (`ID.json.gz`).
 */

interface GoldenCase {
  readonly kernel: { readonly release: string };
  readonly topology: { readonly cpu: keyof typeof CPUS };
  readonly devices: readonly { readonly bdf: string }[];
  /** `[provider][client]`: what `pci_p2pdma_distance()` returned. */
  readonly distances: readonly (readonly number[])[];
  /** `[provider][client]`: index into `reasons`, -1 for silence. */
  readonly why: readonly (readonly number[])[];
  readonly reasons: readonly string[];
  readonly maps: readonly (readonly [
    provider: number,
    client: number,
    kind: string,
    how: unknown,
  ])[];
}

const CPUS = {
  intel: { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
  'amd-zen': { arch: 'x86', vendor: 'AuthenticAMD', family: 0x17 },
  'amd-old': { arch: 'x86', vendor: 'AuthenticAMD', family: 0x15 },
  hygon: { arch: 'x86', vendor: 'HygonGenuine', family: 0x18 },
} as const satisfies Record<string, Cpu>;

const MAP_TYPE: Readonly<Record<string, string>> = {
  bus: 'BUS_ADDR',
  host: 'THRU_HOST_BRIDGE',
  error: 'NOT_SUPPORTED',
};

const folder = new URL('../../fixtures/golden/kernel/', import.meta.url);
const read = (name: string) => gunzipSync(readFileSync(new URL(name, folder))).toString('utf8');
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.lspci.txt.gz'))
  .map((name) => name.replace('.lspci.txt.gz', ''));

test('the fixtures are all there', () => {
  expect(cases).toHaveLength(134);
});

test.each(cases)('%s', (name) => {
  const golden = JSON.parse(read(`${name}.json.gz`)) as GoldenCase;
  const report = readLspci(read(`${name}.lspci.txt.gz`));
  if (!report.ok) throw new Error(`not read: ${JSON.stringify(report.error)}`);
  const analysis = analyze(report.value.machine, {
    kernel: findEra(golden.kernel.release),
    cpu: CPUS[golden.topology.cpu],
  });
  const ids = golden.devices.map((device) => id(device.bdf));
  const pair = (provider: number, client: number) => {
    const [from, to] = [ids[provider], ids[client]];
    if (!from || !to) throw new Error('no such device');
    return analysis.pair(from, to);
  };

  const distances = ids.map((_, provider) => ids.map((_, client) => pair(provider, client).result));
  expect(distances).toEqual(golden.distances);

  for (const [provider, client, kind] of golden.maps) {
    expect([provider, client, pair(provider, client).mapType]).toEqual([
      provider,
      client,
      MAP_TYPE[kind],
    ]);
  }

  golden.why.forEach((row, provider) => {
    row.forEach((index, client) => {
      // A log line is the only place where the kernel names the functions; silence names none.
      const named = redirectListOf(golden.reasons[index] ?? '');
      const { acsRedirect } = pair(provider, client);
      expect([provider, client, acsRedirect]).toEqual([provider, client, named]);
    });
  });
});

function redirectListOf(reason: string): readonly string[] {
  const list = /pci=disable_acs_redir=(\S+)/.exec(reason)?.[1];
  return list ? list.split(';').map((name) => id(name)) : [];
}
