import { archOf } from './archOf.ts';
import type { ContextLine } from './contextLines.ts';
import type { Evidence, Fact } from './evidence.ts';

/**
 * Vendor strings of x86 (arch/x86/kernel/cpu): Intel, AMD, Hygon, Centaur and Zhaoxin, the last
 * with blanks around it in the register.
 */
const X86_VENDORS = new Set([
  'GenuineIntel',
  'AuthenticAMD',
  'HygonGenuine',
  'CentaurHauls',
  'Shanghai',
]);

/** lscpu translates its labels; the word for family is enough like `famil` in most languages. */
const FAMILY_LABEL = /famil|семейств|сімейств|rodin|rodzin|系列|ファミリ/i;

const LABELLED = /^([^:：]{2,60})[:：](.*)$/;

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** `CPU family:  25` (lscpu) and `cpu family\t: 25` (/proc/cpuinfo) alike. */
function labelled(line: ContextLine): Labelled | null {
  if (line.logged || line.marker) return null;
  const match = LABELLED.exec(line.message);
  if (!match) return null;
  return { label: (match[1] ?? '').trim().toLowerCase(), value: (match[2] ?? '').trim() };
}

/** The facts of one line of lscpu or /proc/cpuinfo. */
function factsIn({ label, value }: Labelled): readonly Fact[] {
  if (X86_VENDORS.has(value)) {
    return [
      { kind: 'cpu-vendor', vendor: value },
      { kind: 'arch', arch: 'x86' },
    ];
  }
  if (/^vendor[ _]id$/.test(label)) {
    if (value.startsWith('IBM/S390')) return [{ kind: 'arch', arch: 's390' }];
    return [{ kind: 'cpu-vendor', vendor: value }];
  }
  if (label === 'cpu architecture') {
    return [{ kind: 'arch', arch: /^(?:8|AArch64)$/.test(value) ? 'arm64' : 'other' }];
  }
  if (label === 'cpu' && /^POWER\d/.test(value)) return [{ kind: 'arch', arch: 'powerpc' }];
  if (label === 'isa' && value.startsWith('rv')) return [{ kind: 'arch', arch: 'riscv' }];
  if (label === 'cpu family' && value.startsWith('Loongson')) {
    return [{ kind: 'arch', arch: 'loongarch' }];
  }
  const arch = archOf(value);
  if (arch) return [{ kind: 'arch', arch }];
  // Firmware has a family of its own, from SMBIOS (`BIOS CPU family: 179`).
  if (FAMILY_LABEL.test(label) && !label.startsWith('bios') && /^\d{1,3}$/.test(value)) {
    return [{ kind: 'cpu-family', family: Number(value) }];
  }
  return [];
}

/** A family alone is no sign of lscpu, nor is an architecture: packages and binaries have one. */
function describesCpu(facts: readonly Fact[], block: readonly Labelled[]): boolean {
  if (facts.some((fact) => fact.kind === 'cpu-vendor')) return true;
  if (!facts.some((fact) => fact.kind === 'arch')) return false;
  return block.some(({ label }) => /^(?:cpu|processor|hart|isa|bogomips)\b/.test(label));
}

/** Lines of `label: value` without a gap: the whole output of lscpu, one processor of cpuinfo. */
function fromBlock(lines: readonly ContextLine[]): readonly Evidence[] {
  const pairs = lines.map(labelled).filter((pair) => pair !== null);
  const facts = pairs.flatMap(factsIn);
  if (!describesCpu(facts, pairs)) return [];
  const proc = pairs.some(({ label }) => /^(?:vendor_id|processor|cpu implementer)$/.test(label));
  const source = proc ? '/proc/cpuinfo' : 'lscpu';
  return lines.flatMap((line): Evidence[] => {
    const pair = labelled(line);
    const said = pair ? factsIn(pair) : [];
    const kept: readonly Fact[] = said.length > 0 ? said : [{ kind: 'context' }];
    return kept.map((fact) => ({ ...fact, line: line.number, source }));
  });
}

const LOG = "the kernel's log";

/** Model names begin with their maker; Zhaoxin's do not tell which of its two strings is used. */
const MAKERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:Intel|Genuine Intel)/, 'GenuineIntel'],
  [/^AMD/, 'AuthenticAMD'],
  [/^Hygon/, 'HygonGenuine'],
];

/** `smpboot: CPU0: AMD EPYC … (family: 0x1a, model: …)`; before 4.5 `(fam: 06, model: …)`. */
function fromLog(line: ContextLine): readonly Evidence[] {
  const match = /^smpboot: CPU0: (.{1,100}?) \(fam(?:ily)?: (?:0x)?([0-9a-f]{1,3}),/.exec(
    line.message,
  );
  if (!match) return [];
  const [, model = '', family = ''] = match;
  const maker = MAKERS.find(([pattern]) => pattern.test(model));
  const facts: Fact[] = [
    { kind: 'arch', arch: 'x86' },
    { kind: 'cpu-family', family: Number.parseInt(family, 16) },
  ];
  if (maker) facts.push({ kind: 'cpu-vendor', vendor: maker[1] });
  return facts.map((fact) => ({ ...fact, line: line.number, source: LOG }));
}

export function findCpu(lines: readonly ContextLine[]): readonly Evidence[] {
  const found: Evidence[] = [];
  let block: ContextLine[] = [];
  for (const line of lines) {
    for (const one of fromLog(line)) found.push(one);
    if (labelled(line)) {
      block.push(line);
      continue;
    }
    // Not push(...): arguments are limited in number, the lines of a paste are not.
    for (const one of fromBlock(block)) found.push(one);
    block = [];
  }
  return [...found, ...fromBlock(block)];
}
