import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import type { Cpu } from '../../model/settings.ts';
import { nearest } from '../nearest.ts';
import { type Codec, whole } from './codec.ts';

const ARCHES = ['x86', 'arm64', 'powerpc', 'riscv', 'loongarch', 's390', 'other'] as const;
const FAMILY = whole(0, 0xffff);

function readFamily(text: string | undefined): Maybe<number> | undefined {
  if (text === undefined || text === '?') return UNKNOWN;
  return text === '-' ? null : FAMILY.read(text);
}

/** `GenuineIntel:6`, `AuthenticAMD:0x1a`, `arm64`; in full `arm64/VENDOR:FAMILY`, with - for none. */
export const CPU: Codec<Cpu> = {
  read: (text) => {
    const bare = ARCHES.find((arch) => arch === text);
    if (bare) return { arch: bare, vendor: null, family: null };
    const match = /^(?:(\w+)\/)?([^/:]{1,64})(?::(.+))?$/.exec(text);
    if (!match) return undefined;
    const [, archText = 'x86', vendor = '', familyText] = match;
    const arch = ARCHES.find((each) => each === archText);
    const family = readFamily(familyText);
    if (!arch || family === undefined) return undefined;
    return { arch, vendor: vendor === '-' ? null : vendor, family };
  },
  write: ({ arch, vendor, family }) => {
    if (vendor === null && family === null) return arch;
    const ending =
      family === UNKNOWN
        ? ''
        : `:${family === null ? '-' : family < 10 ? family : `0x${family.toString(16)}`}`;
    return `${arch === 'x86' && vendor !== null ? '' : `${arch}/`}${vendor ?? '-'}${ending}`;
  },
  expected: 'a vendor and family such as AuthenticAMD:0x19, or an architecture such as arm64',
  values: [
    'GenuineIntel:6',
    'AuthenticAMD:0x17',
    'AuthenticAMD:0x19',
    'AuthenticAMD:0x1a',
    'arm64',
  ],
};

/** Vendors as CPUID calls them, and the word to write of each. */
const VENDORS: Readonly<Record<string, string>> = {
  GenuineIntel: 'GenuineIntel:6',
  AuthenticAMD: 'AuthenticAMD:0x19',
  HygonGenuine: 'HygonGenuine:0x18',
  CentaurHauls: 'CentaurHauls:7',
  Shanghai: 'Shanghai:7',
};

/** The vendor that was probably meant; `null`: none comes to mind, `undefined`: it is one. */
export function vendorMeant(vendor: string): string | null | undefined {
  if (vendor in VENDORS) return undefined;
  const typed = vendor.toLowerCase();
  const found = Object.keys(VENDORS).find((each) => {
    const known = each.toLowerCase();
    return typed.length > 2 && (known.includes(typed) || typed.includes(known));
  });
  const word = found ?? nearest(vendor, [...Object.keys(VENDORS), ...ARCHES]);
  return word === null ? null : (VENDORS[word] ?? word);
}
