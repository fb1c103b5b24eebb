import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.ts';

/** A switch below a root port, captured with VT-d in use: words 001d. */
const STRICT = fileURLToPath(
  new URL('../../fixtures/golden/kernel/s03-switch-acs-2.612-strict.lspci.txt.gz', import.meta.url),
);

async function acs(options: readonly string[]): Promise<{ out: string; err: string }> {
  let out = '';
  let err = '';
  await run(['acs', STRICT, ...options], {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile,
    readStdin: async () => new Uint8Array(),
    readNames: async () => null,
  });
  return { out, err };
}

async function functionOf(address: string, options: readonly string[]) {
  const answer = JSON.parse((await acs(['--json', ...options])).out);
  return answer.functions.find(({ bdf }: { readonly bdf: string }) => bdf === `0000:${address}`);
}

test('JSON: raw words, effective answer and source, as the words stand', async () => {
  expect(await functionOf('02:00.0', [])).toEqual({
    bdf: '0000:02:00.0',
    capability: '005f',
    control: '001d',
    effective: { SV: true, TB: false, RR: true, CR: true, UF: true, EC: false, DT: false },
    source: 'register',
    isolates: true,
    firmware: 'unknown',
    history: [],
  });
  expect(await functionOf('03:00.0', [])).toMatchObject({
    capability: null,
    control: null,
    effective: { SV: true, EC: true },
    source: 'register',
    byType: 'single-function',
  });
});

const BOOT = ['--acs', 'boot', '--iommu', 'intel', '--cmdline', 'pci=disable_acs_redir=02:00.0'];

test.each([
  ['6.1', '0011', ['acs-default', 'disable-acs-redir']],
  ['6.12.15', '005f', ['acs-default', 'disable-acs-redir', 'acs-hardware']],
  ['6.12', '0011', ['acs-default', 'disable-acs-redir']],
])('JSON: booted with %s from 001d, the port comes to %s', async (kernel, control, rules) => {
  const port = await functionOf('02:00.0', [...BOOT, '--kernel', kernel]);
  expect(port).toMatchObject({ control, firmware: '001d' });
  expect(port.history.map(({ rule }: { readonly rule: string }) => rule)).toEqual(rules);
});

test('what is wrong with the list is told on the side', async () => {
  const { err } = await acs(['--acs', 'boot', '--cmdline', 'pci=disable_acs_redir=oops']);
  expect(err).toContain('oops');
  const asIs = await acs(['--json', '--cmdline', 'pci=disable_acs_redir=02:00.0']);
  expect(JSON.parse(asIs.out).assumed.join()).toContain('not applied');
});

test('ports that nobody marked as leading outside are told', async () => {
  const told = async (kernel: string) =>
    JSON.parse((await acs(['--json', ...BOOT, '--kernel', kernel])).out).assumed.join();
  expect(await told('6.12')).toContain('out of the case');
  expect(await told('5.4')).not.toContain('out of the case');
});

test('text: a line for each function, and --why for one, in 80 columns', async () => {
  const { out } = await acs(BOOT);
  expect(out).toMatch(/^0000:02:00\.0 {2}005f {2}001d 0011 +no +SV - {2}- {2}- {2}UF/m);
  const why = (await acs([...BOOT, '--kernel', '6.12', '--why', '02:00.0'])).out;
  expect(why).toContain('firmware left 001d');
  expect(why.replaceAll(/\s+/g, ' ')).toContain('RR, CR and EC cleared');
  for (const line of `${out}${why}`.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
