/** What the command line says in so many words about the IOMMU; `null` where it says nothing. */
export interface IommuParameters {
  readonly intel: 'on' | 'off' | null;
  readonly amd: 'off' | null;
  /** `iommu=off`, which only x86 parses. */
  readonly x86: 'off' | null;
  readonly domains: 'passthrough' | 'translated' | null;
  readonly flushing: 'strict' | 'lazy' | null;
}

const NOTHING: IommuParameters = {
  intel: null,
  amd: null,
  x86: null,
  domains: null,
  flushing: null,
};

/** kstrtobool (lib/kstrtox.c): the first letter decides, after an `o` the second. */
function truth(text: string): boolean | null {
  if (/^(?:[yt1]|on)/i.test(text)) return true;
  if (/^(?:[nf0]|of)/i.test(text)) return false;
  return null;
}

type Change = Partial<IommuParameters>;

function boolean(text: string, yes: Change, no: Change): Change {
  const value = truth(text);
  if (value === null) return {};
  return value ? yes : no;
}

/**
 * Words of each parameter (Documentation/admin-guide/kernel-parameters.txt). `iommu=` on x86,
 * `intel_iommu=` and `amd_iommu=` take several, with commas.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  iommu: {
    off: { x86: 'off' },
    pt: { domains: 'passthrough' },
    nopt: { domains: 'translated' },
  },
  intel_iommu: {
    on: { intel: 'on' },
    off: { intel: 'off' },
    strict: { flushing: 'strict' },
  },
  amd_iommu: { off: { amd: 'off' }, fullflush: { flushing: 'strict' } },
};

function changeOf(name: string, value: string): Change {
  if (name === 'iommu.passthrough') {
    return boolean(value, { domains: 'passthrough' }, { domains: 'translated' });
  }
  if (name === 'iommu.strict') return boolean(value, { flushing: 'strict' }, { flushing: 'lazy' });
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (!words) return {};
  let change: Change = {};
  for (const word of value.split(',')) {
    if (Object.hasOwn(words, word)) change = { ...change, ...words[word] };
  }
  return change;
}

/**
 * Reads the parameters in order: of two that contradict, the later counts, as in the kernel.
 * `iommu=` means nothing outside x86.
 */
export function iommuParameters(cmdline: string, onX86: boolean): IommuParameters {
  let said = NOTHING;
  for (const word of cmdline.split(/\s+/)) {
    if (word === '--') break; // what follows is for init
    const at = word.indexOf('=');
    const name = word.slice(0, Math.max(at, 0));
    if (name === 'iommu' && !onX86) continue;
    said = { ...said, ...changeOf(name, word.slice(at + 1)) };
  }
  return said;
}
