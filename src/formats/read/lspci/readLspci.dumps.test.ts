import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../base/decodeText.ts';
import { hex } from '../../../base/hex.ts';
import { knownOrNull, type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { ACS_BITS, type LinkState } from '../../../model/registers.ts';
import { readDump } from './dump.testkit.ts';

/*
 * Dumps of real machines that nobody of this project wrote, compared with an independent reading
 * of the same files. They belong to others and are not part of the project: where they are not at
 * hand, these tests are skipped and say so.
 */

const DUMPS = new URL('../../../../../shared/dumps/', import.meta.url);
const LSPCI = new URL('lspci/', DUMPS);
const PAIRED = new URL('paired/', DUMPS);
const present = existsSync(LSPCI);
const title = present
  ? 'dumps of others'
  : `dumps of others (SKIPPED: ${LSPCI.pathname} is absent)`;

function textOf(url: URL): string {
  const bytes = readFileSync(url);
  return decodeText(url.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).text;
}

const DUMP_NAME = /^(?!.*\.expected\.)(.*)\.txt(\.gz)?$/;

interface Reference {
  readonly bdf: string;
  /** A bridge, `root`, or `null` where the dump does not tell. */
  readonly parent: string | null;
  readonly sec: string | null;
  readonly sub: string | null;
  readonly port_type: string | null;
  readonly link_cap?: readonly string[];
  readonly link_sta?: readonly string[];
  readonly acs_cap?: string;
  readonly acs_ctl?: string;
  readonly driver?: string;
  readonly numa?: number;
  readonly iommu_group?: string | number;
}

type Fields = Readonly<Record<string, string | null>>;

const TYPES: Readonly<Record<string, string>> = {
  'root-port': 'Root Port',
  upstream: 'Upstream Port',
  downstream: 'Downstream Port',
  endpoint: 'Endpoint',
  'legacy-endpoint': 'Legacy Endpoint',
  rciep: 'Root Complex Integrated Endpoint',
  rcec: 'Root Complex Event Collector',
  'pcie-to-pci': 'PCI-Express to PCI/PCI-X Bridge',
  'pci-to-pcie': 'PCI/PCI-X to PCI-Express Bridge',
};

const ACS_NAMES = {
  SV: 'SrcValid',
  TB: 'TransBlk',
  RR: 'ReqRedir',
  CR: 'CmpltRedir',
  UF: 'UpstreamFwd',
  EC: 'EgressCtrl',
  DT: 'DirectTrans',
} as const;

function referenceFields(reference: Reference): Fields {
  const text = (value: string | number | undefined): string | null =>
    value === undefined ? null : String(value);
  return {
    parent: reference.parent,
    secondary: reference.sec,
    subordinate: reference.sub,
    type: reference.port_type,
    linkCap: reference.link_cap?.join(' ') ?? null,
    linkSta: reference.link_sta?.join(' ') ?? null,
    acsCap: text(reference.acs_cap),
    acsCtl: text(reference.acs_ctl),
    driver: text(reference.driver),
    numa: text(reference.numa),
    group: text(reference.iommu_group),
  };
}

const busText = (bus: OrUnknown<number> | undefined): string | null =>
  bus === undefined || bus === UNKNOWN ? null : hex(bus, 2);

function linkText(state: OrUnknown<LinkState> | undefined): string | null {
  if (state === undefined || state === UNKNOWN) return null;
  const speed = state.gts === UNKNOWN ? 'unknown' : `${state.gts}GT/s`;
  return `${speed} x${state.width}`;
}

function acsText(word: OrUnknown<number> | undefined): string | null {
  if (word === undefined || word === UNKNOWN) return null;
  return Object.entries(ACS_NAMES)
    .map(([bit, name]) => `${name}${word & ACS_BITS[bit as keyof typeof ACS_NAMES] ? '+' : '-'}`)
    .join(' ');
}

function foundFields(fn: PciFunction): Fields {
  const bridge = knownOrNull(fn.bridge);
  const link = knownOrNull(knownOrNull(fn.pcie)?.link ?? null);
  const acs = knownOrNull(fn.acs);
  const root = fn.parent !== UNKNOWN && fn.parent.kind === 'host' ? 'root' : null;
  const numa = knownOrNull(fn.numaNode);
  return {
    parent: root ?? (fn.parent === UNKNOWN ? null : fn.parent.id),
    secondary: busText(bridge?.secondary),
    subordinate: busText(bridge?.subordinate),
    type: TYPES[fn.type] ?? null,
    linkCap: linkText(link?.capable),
    linkSta: linkText(link?.current),
    acsCap: acsText(acs?.capability),
    acsCtl: acsText(acs?.control),
    driver: knownOrNull(fn.driver),
    numa: numa === null ? null : String(numa),
    group: knownOrNull(fn.iommuGroup),
  };
}

/** A difference that is no mistake of ours, and why. */
interface Explained {
  readonly why: string;
  /** What is compared, as `file address field`. */
  readonly matches: RegExp;
}

const DISAGREEMENTS: readonly Explained[] = [
  {
    why: 'a lone endpoint or switch port, its bridge not in the dump: the reference calls its bus a root bus, we do not know',
    matches:
      /^(?:partial-stelline-asus-esc8000a-e12|pciutils-cap-(?:address-xlation|dev3|flitmode|ide|ptm-2|exp-rev-slot|vc-pat)|ml-asmedia\S+) \S+ parent$/,
  },
  {
    why: 'a lone switch port beside a complete pair of port and endpoint: as above',
    matches: /^pciutils-cap-exp-lnkcap2 0000:08:00.0 parent$/,
  },
  {
    why: 'bus 09 is in the range of 00:00.0, but the bridges between are without bus numbers: not a root bus',
    matches: /^ml-hang\S+ 0000:09:00.0 parent$/,
  },
  {
    why: 'an integrated endpoint has no link, though an old lspci printed the registers',
    matches: /^jetway-coreboot 0000:00:01\.[01] link(?:Cap|Sta)$/,
  },
  {
    why: 'a mail program broke the line; the reference has its first half, we have both',
    matches: /^ml-what-c-states\S+ \S+ acsC(?:ap|tl)$/,
  },
];

/** What the reference leaves open and we know: not counted, but never unexplained. */
const REFERENCE_SILENT: readonly Explained[] = [
  {
    why: 'the dump has bytes where it has no words; the reference reads words only',
    matches:
      /^pciutils-(?:tree-asus-p6t6|tree-fujitsu-p8010|cap-vc-pat|cap-MSI-mapping|cap-dvsec-cxl) \S+ (?:parent|secondary|subordinate|type|linkCap|linkSta|acsCap|acsCtl)$/,
  },
  {
    why: 'the line LnkSta was lost in the mail; the bytes have it',
    matches: /^ml-bug-rk3399\S+ 0000:02:07.0 linkSta$/,
  },
  {
    why: 'the node stands in the Flags line of -v, which the reference does not read',
    matches: /^ml-bar-resizing\S+ \S+ numa$/,
  },
];

interface Figures {
  agreeing: number;
  disagreeing: number;
  silent: number;
  readonly unexplained: string[];
}

function compareDump(name: string, file: string, figures: Figures): void {
  const references = JSON.parse(
    readFileSync(new URL(`${name}.ref.json`, LSPCI), 'utf8'),
  ) as readonly Reference[];
  const { at, machine } = readDump(textOf(new URL(file, LSPCI)));
  expect(machine.functions.length, file).toBe(references.length);
  for (const reference of references) {
    const expected = referenceFields(reference);
    const found = foundFields(at(reference.bdf));
    for (const [field, value] of Object.entries(expected)) {
      const ours = found[field] ?? null;
      if (ours === value) {
        figures.agreeing += 1;
        continue;
      }
      const silent = value === null;
      const key = `${name} ${reference.bdf} ${field}`;
      if (silent) figures.silent += 1;
      else figures.disagreeing += 1;
      const list = silent ? REFERENCE_SILENT : DISAGREEMENTS;
      if (!list.some(({ matches }) => matches.test(key))) {
        figures.unexplained.push(`${key}: ours ${ours}, theirs ${value}`);
      }
    }
  }
}

describe.skipIf(!present)(title, () => {
  it('are read as the reference reads them', () => {
    const figures: Figures = { agreeing: 0, disagreeing: 0, silent: 0, unexplained: [] };
    let dumps = 0;
    for (const file of readdirSync(LSPCI).sort()) {
      const name = DUMP_NAME.exec(file)?.[1];
      if (name === undefined) continue;
      dumps += 1;
      compareDump(name, file, figures);
    }
    const { agreeing, disagreeing, silent, unexplained } = figures;
    const share = agreeing / (agreeing + disagreeing);
    process.stdout.write(
      `${dumps} dumps: ${agreeing} fields agree, ${disagreeing} differ for stated reasons (${(100 * share).toFixed(2)} % agree), ${silent} known to us alone\n`,
    );
    expect(unexplained).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.995);
  });

  it('agree in words and bytes', () => {
    for (const file of readdirSync(LSPCI).filter((name) => DUMP_NAME.test(name))) {
      const { problems } = readDump(textOf(new URL(file, LSPCI)));
      const contradictions = problems.filter(({ text }) => /, which is taken\.$/.test(text));
      expect(contradictions, file).toEqual([]);
    }
  });

  it('say the same in words and in bytes, where lspci itself decoded the bytes', () => {
    const decoded = readdirSync(LSPCI).filter((name) => name.endsWith('.expected.vv.txt'));
    expect(decoded.length).toBeGreaterThan(10);
    for (const file of decoded) {
      const words = readDump(textOf(new URL(file, LSPCI)));
      const dump = textOf(new URL(file.replace('.expected.vv', ''), LSPCI));
      const rows = dump
        .split(/\r?\n/)
        .filter((line) => /^(?:\S+\.[0-7] |[\da-f]{2,3}: )/.test(line));
      const bytes = readDump(rows.map((line) => line.replace(/^(\S+\.\d) .*/, '$1 x')).join('\n'));
      for (const fn of words.machine.functions) {
        const { parent, secondary, subordinate, type, linkCap, linkSta, acsCap, acsCtl } =
          foundFields(fn);
        expect(foundFields(bytes.at(fn.id)), `${file} ${fn.id}`).toMatchObject({
          parent,
          secondary,
          subordinate,
          type,
          linkCap,
          linkSta,
          acsCap,
          acsCtl,
        });
      }
    }
  });

  it('are read from the folders of paired captures as well', () => {
    let dumps = 0;
    for (const folder of readdirSync(PAIRED)) {
      const at = new URL(`${folder}/`, PAIRED);
      for (const file of readdirSync(at).filter((name) => /^(?:lspci|rootports)/.test(name))) {
        const { machine } = readDump(textOf(new URL(file, at)));
        expect(machine.functions.length, folder).toBeGreaterThan(0);
        dumps += 1;
      }
    }
    expect(dumps).toBeGreaterThan(5);
  });
});
