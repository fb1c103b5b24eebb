import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { listed } from './words.ts';

interface Platform {
  readonly host: HostBridge;
  readonly part: PlatformPart;
  readonly cpu: Cpu;
}

/**
 * Host bridges of a platform that is of another maker than the CPU, or platforms of two makers in one
 * machine. Which requests the kernel lets through the root complex depends on the CPU's vendor and
 * family (`cpu_supports_p2pdma()`, drivers/pci/p2pdma.c). Another family of the same maker is a note:
 * some share their root complex.
 */
export function cpuPlatform(look: Look): readonly Finding[] {
  const platforms = platformsOf(look);
  const [first] = platforms;
  if (!first) return [];
  const other = platforms.find(({ cpu }) => !isSameMaker(cpu, first.cpu));
  if (other) return [twoMakers(platforms, first, other)];
  const { cpu } = look.machine.settings;
  if (cpu === UNKNOWN) return [];
  const strange = platforms.filter((each) => !isSame(each.cpu, cpu));
  const [example] = strange;
  if (!example) return [];
  const wanted = example.cpu;
  const isOne =
    strange.length === platforms.length && platforms.every((each) => isSame(each.cpu, wanted));
  const names = listed(strange.map(({ host }) => host.label ?? host.id));
  return [
    {
      severity: isSameMaker(cpu, wanted) ? 'note' : 'warning',
      text: `The machine's CPU is ${cpuWords(cpu)}; ${names} ${strange.length === 1 ? 'is' : 'are'} of ${example.part.title}, which is ${cpuWords(wanted)}.`,
      parts: strange.map(({ host }) => host.id),
      mends: isOne
        ? [
            {
              title: `Say that the CPU is ${cpuWords(wanted)}`,
              changes: [{ kind: 'cpu', cpu: wanted }],
            },
          ]
        : [],
    },
  ];
}

function twoMakers(platforms: readonly Platform[], first: Platform, other: Platform): Finding {
  const named = ({ host, part, cpu }: Platform) =>
    `${host.label ?? host.id} is of ${part.title} (${cpuWords(cpu)})`;
  return {
    severity: 'warning',
    text: `${named(first)}, ${named(other)}: no machine has both.`,
    hint: 'Give all host lines platforms of one maker.',
    parts: platforms.map(({ host }) => host.id),
  };
}

/** Host bridges of which the catalogue knows the CPU. */
function platformsOf({ machine }: Look): readonly Platform[] {
  return machine.hostBridges.flatMap((host) => {
    if (host.model === null || host.kind === 'vmd') return [];
    const part = CATALOGUE.find((each) => each.kind === 'host' && each.id === host.model);
    return part?.kind === 'host' && part.cpu.value !== UNKNOWN
      ? [{ host, part, cpu: part.cpu.value }]
      : [];
  });
}

function isSameMaker(a: Cpu, b: Cpu): boolean {
  return a.arch === b.arch && a.vendor === b.vendor;
}

/** Families that are not known are held against nobody. */
function isSame(a: Cpu, b: Cpu): boolean {
  const isOpen = ({ family }: Cpu) => family === null || family === UNKNOWN;
  return isSameMaker(a, b) && (isOpen(a) || isOpen(b) || a.family === b.family);
}

/** As a sketch writes it: `AuthenticAMD:0x19`, `arm64`. */
function cpuWords({ arch, vendor, family }: Cpu): string {
  const name = vendor ?? arch;
  if (family === null || family === UNKNOWN) return name;
  return `${name}:${family < 10 ? family : `0x${family.toString(16)}`}`;
}
