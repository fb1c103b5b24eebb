import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ERAS } from '../engine/kernel/eras.ts';
import type { Terminal } from './command.ts';
import { COMMANDS } from './commands.ts';
import { run } from './run.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/golden/kernel/${name}.lspci.txt.gz`, import.meta.url));
const REDIRECTED = fixture('s03-switch-acs-2.612-strict');
const DIRECT = fixture('s01-switch-noacs-2.612-none');

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function peerlane(words: string, stdin: Uint8Array | string = ''): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile,
    readStdin: async () => Buffer.from(stdin),
    readNames: () => readFile(new URL('../../data/pci-ids.txt', import.meta.url), 'utf8'),
  };
  const status = await run(words.split(' ').filter(Boolean), terminal);
  return { status, out, err };
}

const json = async (words: string, stdin?: string) =>
  JSON.parse((await peerlane(`${words} --json`, stdin)).out);

async function dump(path: string): Promise<string> {
  return gunzipSync(await readFile(path)).toString('utf8');
}

/** The dump as the firmware left it: no ACS control bit is set. */
async function firmware(path: string): Promise<string> {
  const { out } = await peerlane(`convert ${path} --to document`);
  return out.replaceAll(/"control":\s*29\b/g, '"control": 0');
}

/** The dump as somebody without root rights would have taken it. */
function withoutRoot(text: string): string {
  const shown = text
    .split('\n')
    .filter((line) => !/^[0-9a-f]{2,3}: /.test(line) && !/^\t{2}/.test(line))
    .map((line) => (line.startsWith('\tCapabilities:') ? '\tCapabilities: <access denied>' : line));
  return shown.filter((line, index) => line !== shown[index - 1] || line === '').join('\n');
}

describe('input', () => {
  test('a .gz, standard input and compressed standard input say the same', async () => {
    const text = await dump(REDIRECTED);
    const { out } = await peerlane(`p2p ${REDIRECTED}`);
    expect((await peerlane('p2p -', text)).out).toBe(out);
    expect((await peerlane('p2p -', gzipSync(text))).out).toBe(out);
  });

  test('a document says what the dump said that it was made from', async () => {
    const { out: document } = await peerlane(`convert ${REDIRECTED} --to document`);
    expect((await peerlane('p2p -', document)).out).toBe((await peerlane(`p2p ${REDIRECTED}`)).out);
    expect((await peerlane('convert - --to document', document)).out).toBe(document);
  });

  test.each([
    ['p2p', 'No input'],
    ['p2p /nowhere/dump.txt', 'cannot be opened'],
    ['p2p - --format sketchy', 'no format sketchy'],
    ['p2p - --kernel six', '--kernel six'],
    ['p2p - --cpu AMD:0x19', 'CPUs call themselves'],
    ['p2p - --kernel 4.19.157', 'before the first release with p2pdma, 4.20'],
    ['p2p - --kernel 4.16', 'patch series: oot-2016, rfc-2017, v1-2018'],
    ['p2p - --cpu 12:13', 'expected VENDOR:FAMILY'],
    ['p2p - --acs now', '--acs takes as-is or boot, not now'],
    ['p2p - --iommu vtd', '--iommu takes'],
    ['p2p - --loud', '--loud'],
    ['tree - --width wide', '--width takes'],
    ['explain -', '--provider BDF and --client BDF'],
    ['convert - --to dot', '--to takes one of'],
    ['convert - --to toString', '--to takes one of'],
    ['convert - --to svg --drawing sketch', '--drawing takes blocks or functions'],
    ['convert - --to svg --direction up', '--direction takes down or right'],
    ['convert - --to svg --theme blue', '--theme takes light or dark'],
    ['convert - --to document --theme dark', '--theme is for --to svg'],
    ['convert - --to svg --provider 03:00.0', 'both --provider BDF and --client BDF'],
    ['convert - --to svg --provider 03:00.0 --client 77:00.0', 'no such function'],
    ['convert - --to svg --kernel six', '--kernel six'],
    ['convert - --to document --drawing blocks', '--drawing is for --to svg'],
    ['convert -', '--to takes one of'],
    ['dance', 'no command dance'],
  ])('peerlane %s: status 2 and a sentence', async (words, sentence) => {
    const { status, err, out } = await peerlane(words, await dump(DIRECT));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(sentence);
  });

  test('text without a single function is unreadable input', async () => {
    const { status, err } = await peerlane('p2p -', 'hello, world\n');
    expect(status).toBe(2);
    expect(err).toMatch(/cannot be read as lspci/);
  });
});

describe('p2p', () => {
  test('lists ordered pairs of endpoints, itself included, as the contract says', async () => {
    const { kernel, assumed, pairs } = await json(`p2p ${REDIRECTED} --kernel 6.12`);
    expect(kernel).toBe('6.12');
    expect(assumed).toEqual([
      'CPU GenuineIntel:6: the input names none',
      'IOMMU Intel VT-d: concluded from the IOMMU groups shown, and the CPU',
    ]);
    expect(pairs).toHaveLength(16);
    expect(
      pairs.find(
        (pair: { provider: string; client: string }) =>
          pair.provider === '0000:03:00.0' && pair.client === '0000:04:00.0',
      ),
    ).toEqual({
      provider: '0000:03:00.0',
      client: '0000:04:00.0',
      mapType: 'NOT_SUPPORTED',
      possible: ['NOT_SUPPORTED'],
      distance: 4,
      result: -1,
      acsRedirect: ['0000:02:00.0', '0000:02:01.0'],
      acsUnknown: [],
      rule: 'host-bridge-not-listed',
      confidence: 'assumed',
      decidedBy: ['cpu'],
    });
  });

  test('--all lists bridges too; --provider and --client narrow it', async () => {
    expect((await json(`p2p ${REDIRECTED} --all`)).pairs).toHaveLength(100);
    const { pairs } = await json(`p2p ${REDIRECTED} --provider 03:00.0 --client 0000:04:00.0`);
    expect(pairs).toHaveLength(1);
  });

  test('a CPU that is given is no assumption', async () => {
    const { assumed, pairs } = await json(
      `p2p ${REDIRECTED} --kernel 6.12 --cpu AuthenticAMD:0x19 --iommu amd --acs boot --provider 03:00.0 --client 04:00.0`,
    );
    expect(assumed).toEqual([]);
    expect(pairs[0]).toMatchObject({ mapType: 'THRU_HOST_BRIDGE', confidence: 'proven' });
  });

  test('plain text keeps to 80 columns', async () => {
    const { out } = await peerlane(`p2p ${REDIRECTED} --all`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('a function that is not there is named', async () => {
    const { status, err } = await peerlane(`p2p ${REDIRECTED} --client 09:00.0`);
    expect(status).toBe(2);
    expect(err).toContain('09:00.0');
  });
});

describe('conditions', () => {
  const pair = '--provider 03:00.0 --client 04:00.0';
  const assumedOf = async (words: string) =>
    (await json(`p2p ${REDIRECTED} ${pair} --kernel 6.12 ${words}`)).assumed.join('\n');

  test('as captured, ACS parameters of the command line are not applied, and said not to be', async () => {
    const words = '--cmdline pci=disable_acs_redir=pci:0:0';
    expect(await assumedOf(words)).toContain('ACS parameters of --cmdline are not applied');
    expect(await assumedOf(`${words} --acs boot`)).not.toContain('not applied');
  });

  test('as captured, an IOMMU changes no ACS word, and is said not to', async () => {
    expect(await assumedOf('--iommu amd')).toContain('--iommu changes no ACS word');
    expect(await assumedOf('--iommu amd --cmdline iommu=pt')).toContain(
      '--cmdline and --iommu change no ACS word',
    );
    expect(await assumedOf('--iommu amd --acs boot')).not.toContain('no ACS word');
  });

  test('what is taken for granted of the IOMMU is named', async () => {
    const bare = (await dump(REDIRECTED)).replaceAll(/^\s*IOMMU group: .*\n/gm, '');
    const { assumed } = await json('p2p -', bare);
    expect(assumed).toContain('no IOMMU: the input names none');
    expect(await assumedOf('--acs as-is')).toContain('IOMMU Intel VT-d: concluded from');
    expect(await assumedOf('--iommu intel')).not.toContain('concluded from');
  });

  test.each([
    ['--kernel 6.6 --cmdline pci=config_acs=1@02:00.0', 'came with 6.11'],
    ['--kernel 6.12 --cmdline iommu=passthrough', 'No word of iommu='],
    ['--kernel 6.12 --cmdline pci=noacs', 'No mainline kernel knows pci=noacs'],
  ])('%s: the remark goes to standard error', async (words, remark) => {
    const { err, out, status } = await peerlane(`p2p ${REDIRECTED} ${pair} ${words} --json`);
    expect(status).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(remark);
    expect(JSON.parse(out).pairs).toHaveLength(1);
  });

  test.each(ERAS.map(({ id }) => id))('--kernel %s is judged', async (id) => {
    const { kernel, pairs } = await json(`p2p ${REDIRECTED} ${pair} --kernel ${id}`);
    expect(kernel).toBe(id);
    expect(pairs).toHaveLength(1);
  });

  test.each([
    ['6.1', '', 'NOT_SUPPORTED'],
    ['6.1', 'iommu=pt', 'NOT_SUPPORTED'],
    ['6.1', 'intel_iommu=off', 'BUS_ADDR'],
    ['6.1', 'pci=disable_acs_redir=02:00.0;02:01.0', 'BUS_ADDR'],
    ['6.11', 'pci=disable_acs_redir=02:00.0;02:01.0', 'BUS_ADDR'],
    ['6.12', 'pci=disable_acs_redir=02:00.0', 'NOT_SUPPORTED'],
    ['6.6', 'pci=config_acs=0000000@02:00.0;0000000@02:01.0', 'NOT_SUPPORTED'],
    ['6.12', 'pci=config_acs=0000000@02:00.0;0000000@02:01.0', 'BUS_ADDR'],
  ])('Linux %s booted with "%s" from words of 0: %s', async (kernel, cmdline, mapType) => {
    const { out } = await peerlane(
      `p2p - ${pair} --kernel ${kernel} --acs boot --iommu intel --json ${
        cmdline === '' ? '' : `--cmdline ${cmdline}`
      }`,
      await firmware(REDIRECTED),
    );
    expect(JSON.parse(out).pairs[0].mapType).toBe(mapType);
  });
});

describe('explain', () => {
  const pair = '--provider 03:00.0 --client 04:00.0 --kernel 6.12';

  test('status 1 when refused, with reasons, log lines and what would change it', async () => {
    const { status, out } = await peerlane(`explain ${REDIRECTED} ${pair}`);
    expect(status).toBe(1);
    expect(out).toContain('ACS redirects at 0000:02:00.0 (RR CR), 0000:02:01.0 (RR CR).');
    expect(out).toContain('pci=disable_acs_redir=0000:02:00.0;0000:02:01.0');
    expect(out).toContain('drivers/pci/p2pdma.c');
  });

  test('status 0 when it works', async () => {
    expect((await peerlane(`explain ${DIRECT} ${pair}`)).status).toBe(0);
  });

  test('beside it, what the fabric does', async () => {
    const { out } = await peerlane(`explain ${DIRECT} ${pair}`);
    expect(out).toContain('What the fabric does:\n');
    expect(out).toMatch(/A write: arrives\.\n {2}0000:04:00\.0 sent: /);
    expect(out).toContain('its completion:\n');
    const { fabric } = await json(`explain ${REDIRECTED} ${pair}`);
    expect(fabric.write.hops[1]).toMatchObject({
      at: '0000:02:01.0',
      action: 'redirected',
      acs: 'RR',
      rule: 'acs-ingress',
    });
    expect(fabric.read).toHaveProperty('outcome');
    expect(fabric.differences).toBeInstanceOf(Array);
  });

  test('JSON has the chain and the fixes', async () => {
    const told = await json(`explain ${REDIRECTED} ${pair}`);
    expect(told).toMatchObject({ mapType: 'NOT_SUPPORTED', kernel: '6.12' });
    expect(told.reasons[0]).toHaveProperty('source');
    expect(told.fixes[0]).toMatchObject({ verdictAfter: 'BUS_ADDR' });
  });
});

describe('convert --to svg', () => {
  test('draws the machine, the same every time', async () => {
    const { out, status } = await peerlane(`convert ${REDIRECTED} --to svg`);
    expect(status).toBe(0);
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(out).toContain('XIO3130 PCI Express Switch');
    expect((await peerlane(`convert ${REDIRECTED} --to svg`)).out).toBe(out);
  });

  test('in both drawings and directions', async () => {
    const seen = new Set<string>();
    for (const drawing of ['blocks', 'functions']) {
      for (const direction of ['down', 'right']) {
        const words = `convert ${REDIRECTED} --to svg --drawing ${drawing} --direction ${direction}`;
        seen.add((await peerlane(words)).out);
      }
    }
    expect(seen.size).toBe(4);
  });

  test('in light colours, or in dark ones where that is asked for', async () => {
    const { out } = await peerlane(`convert ${REDIRECTED} --to svg`);
    expect(out).toContain('fill="#ffffff"');
    const dark = await peerlane(`convert ${REDIRECTED} --to svg --theme dark`);
    expect(dark.out).toContain('fill="#1a2028"');
  });

  test('of a pair it shows verdict, flags and conditions', async () => {
    const { out } = await peerlane(
      `convert ${REDIRECTED} --to svg --provider 03:00.0 --client 04:00.0 --kernel 6.12`,
    );
    expect(out).toContain('0000:03:00.0 to 0000:04:00.0: NOT_SUPPORTED; distance 4; assumed');
    expect(out.split('>ACS redirect<')).toHaveLength(3);
    expect(out).toContain('Judged as Linux 6.12 (6.12.117); CPU GenuineIntel:6');
    expect(out).toContain('assumed: CPU GenuineIntel:6');
  });
});

describe('list', () => {
  test('has a record for each function', async () => {
    const { functions, problems } = await json(`list ${REDIRECTED}`);
    expect(problems).toEqual([]);
    expect(functions).toHaveLength(10);
    const port = functions.find((fn: { bdf: string }) => fn.bdf === '0000:02:00.0');
    expect(port).toMatchObject({
      parent: '0000:01:00.0',
      secondary: '03',
      subordinate: '03',
      type: 'downstream',
      class: '060400',
      acs: { capability: '005f', control: '001d' },
      iommuGroup: '4',
    });
    const host = functions.find((fn: { bdf: string }) => fn.bdf === '0000:00:00.0');
    expect(host).toMatchObject({
      parent: 'root',
      secondary: null,
      type: 'conventional',
      vendor: '8086',
      device: '29c0',
      acs: null,
    });
  });

  test('names functions in plain text', async () => {
    expect((await peerlane(`list ${REDIRECTED}`)).out).toContain('QEMU NVM Express Controller');
  });
});

describe('tree and check', () => {
  test('the tree is what lspci -tv drew on the machine', async () => {
    const { out } = await peerlane(`tree ${REDIRECTED} --width 200`);
    expect(out).toContain(
      '+-02.0-[01-04]----00.0-[02-04]--+-00.0-[03]----00.0  Red Hat, Inc. QEMU NVM Express',
    );
    expect(await json(`tree ${REDIRECTED} --width 200`)).toEqual({ tree: out });
  });

  test('--verdicts marks redirection and islands of direct peers', async () => {
    const redirected = await peerlane(`tree ${REDIRECTED} --verdicts`);
    expect(redirected.out).toContain('00.0(SV RR CR UF)-[03]');
    const direct = await peerlane(`tree ${DIRECT} --verdicts`);
    expect(direct.out).toContain('<1> 0000:03:00.0 0000:04:00.0');
  });

  test('check is silent about a sound dump', async () => {
    const { out } = await peerlane(`check ${REDIRECTED}`);
    expect(out).toMatch(/^lspci: 10 functions understood\n/);
  });

  test('check warns of hidden ACS, with status 1', async () => {
    const hidden = withoutRoot(await dump(REDIRECTED));
    const { status, out } = await peerlane('check -', hidden);
    expect(status).toBe(1);
    expect(out).toContain('does not show the ACS words');
    const { pairs } = await json('p2p - --provider 03:00.0 --client 04:00.0', hidden);
    expect(pairs[0]).toMatchObject({ mapType: null, result: null, confidence: 'unknown' });
    expect(pairs[0].possible).toEqual(['BUS_ADDR', 'NOT_SUPPORTED']);
    expect(pairs[0].decidedBy).toEqual(['cpu']);
    const table = await peerlane('p2p - --provider 03:00.0 --client 04:00.0', hidden);
    expect(table.out).toContain('BUS_ADDR or NOT_SUPP');
    expect(table.err).toContain('without root');
  });
});

describe('help', () => {
  test('keeps to 80 columns', async () => {
    const texts = ['--help', ...COMMANDS.map(({ name }) => `help ${name}`)];
    for (const words of texts) {
      const { out } = await peerlane(words);
      const widest = Math.max(...out.split('\n').map((line) => line.length));
      expect([words, widest <= 80]).toEqual([words, true]);
    }
  });

  test('lists every command, and each tells its own', async () => {
    const { out, status } = await peerlane('--help');
    expect(status).toBe(0);
    for (const { name: command } of COMMANDS) {
      expect(out).toContain(`  ${command} `);
      expect((await peerlane(`${command} --help`)).out).toContain(`peerlane ${command}`);
    }
  });

  test('collect prints a command', async () => {
    expect((await peerlane('collect')).out).toContain('lspci');
  });
});
