import { type Maybe, UNKNOWN } from '../base/unknown.ts';
import type { AcsRegisters } from '../model/registers.ts';
import type { FunctionDraft } from './attribute.ts';
import { newAcs } from './captured.ts';
import { type About, FUNCTION_KINDS, type FunctionAttribute, lens } from './functionAttribute.ts';
import { ACS_WORD, EGRESS_VECTOR } from './values/acsWord.ts';
import { type Codec, maybe, orUnknown, whole } from './values/codec.ts';

/*
 * ACS of a line. On most lines it is the function's own; on the line of a switch `acs` and `acscap` are
 * what its downstream ports have, and the same words with `up` before them are the upstream port's.
 */

/** Reads and changes the registers that a word is about. */
interface Place {
  readonly get: (draft: FunctionDraft) => Maybe<AcsRegisters>;
  readonly set: (draft: FunctionDraft, acs: Maybe<AcsRegisters>) => FunctionDraft;
}

const OWN: Place = {
  get: ({ fn }) => fn.acs,
  set: (draft, acs) => ({ ...draft, fn: { ...draft.fn, acs } }),
};
const OF_PORTS: Place = {
  get: ({ ports }) => ports,
  set: (draft, ports) => ({ ...draft, ports }),
};

/** Capability there, word not shown: what `lspci -v` prints without a second v. */
const UNREAD: AcsRegisters = {
  capability: UNKNOWN,
  control: UNKNOWN,
  firmwareControl: UNKNOWN,
  egressVector: UNKNOWN,
  dwordAt8: UNKNOWN,
};

const NOTHING_SET: Omit<AcsRegisters, 'capability'> = {
  control: 0,
  firmwareControl: 0,
  egressVector: null,
  dwordAt8: 0,
};

/** `none`, `?` for everything, `unread` for a word that was not shown, else the word. */
const CAPABILITY: Codec<Maybe<number> | 'unread'> = {
  read: (text) => {
    if (text === '-' || text.toLowerCase() === 'none') return null;
    if (text === '?' || text === 'unread') return text === '?' ? UNKNOWN : 'unread';
    return ACS_WORD.read(text);
  },
  write: (value) => {
    if (value === null) return 'none';
    if (value === UNKNOWN) return '?';
    // There, and nothing in it: a dash would say that it is not there.
    if (value === 0) return '0x0000';
    return value === 'unread' ? 'unread' : ACS_WORD.write(value);
  },
  expected:
    'bits such as SV,RR,CR,UF (of SV, TB, RR, CR, UF, EC, DT) or a word such as 0x001d; none for no capability, ? for unknown, unread for one that was not shown',
  values: ['none', 'SV,TB,RR,CR,UF', 'SV,TB,RR,CR,UF,EC,DT', 'SV', '?'],
};

function capability(about: About, { get, set }: Place): FunctionAttribute {
  return lens(
    about,
    CAPABILITY,
    (draft) => {
      const acs = get(draft);
      if (acs === null || acs === UNKNOWN) return acs;
      return acs.capability === UNKNOWN ? 'unread' : acs.capability;
    },
    (draft, value) => {
      const before = get(draft);
      if (value === null || value === UNKNOWN) return set(draft, value);
      const word = value === 'unread' ? UNKNOWN : value;
      if (before !== null && before !== UNKNOWN) return set(draft, { ...before, capability: word });
      if (value === 'unread') return set(draft, UNREAD);
      return set(draft, newAcs(draft, { ...NOTHING_SET, capability: value }));
    },
  );
}

const NO_ACS = 'nothing: this part has no ACS capability (acscap=… gives it one)';

/** A word in registers that are there. */
function word<K extends keyof AcsRegisters>(
  about: About,
  key: K,
  codec: Codec<AcsRegisters[K]>,
  { get, set }: Place,
  follow: (before: AcsRegisters, value: AcsRegisters[K]) => Partial<AcsRegisters> = () => ({}),
): FunctionAttribute {
  return lens(
    about,
    codec,
    (draft) => {
      const acs = get(draft);
      return acs === null || acs === UNKNOWN ? undefined : acs[key];
    },
    (draft, value) => {
      const acs = get(draft);
      // Bits that are not known are those of a capability that is.
      if (acs === null) return value === UNKNOWN && key === 'control' ? set(draft, UNREAD) : NO_ACS;
      const before = acs === UNKNOWN ? UNREAD : acs;
      return set(draft, { ...before, ...follow(before, value), [key]: value });
    },
  );
}

const CONTROL = orUnknown(ACS_WORD);

/** What the firmware left is what stands there, unless its own word says otherwise. */
const firmwareFollows = (before: AcsRegisters, control: AcsRegisters['control']) =>
  before.firmwareControl === before.control && control !== UNKNOWN && before.control !== UNKNOWN
    ? { firmwareControl: control }
    : {};

const NOT_SWITCH = FUNCTION_KINDS.filter((kind) => kind !== 'switch');

const OTHER_WORDS = {
  firmware: { help: 'ACS control word that the firmware left, where the present one differs.' },
  egress: { help: 'Egress vector: words of 32 bits, a bit a port; - for none.' },
  eight: { help: 'The dword 8 bytes into the capability, as it reads.' },
} as const;

const DWORD: Codec<number> = {
  ...whole(0, 0xffff_ffff),
  write: (value) => `0x${value.toString(16)}`,
};

function otherWords(prefix: string, kinds: About['kinds']): readonly FunctionAttribute[] {
  const about = (name: string, help: string): About => ({
    name: `${prefix}${name}`,
    help,
    ...(kinds && { kinds }),
  });
  return [
    word(about('acsfw', OTHER_WORDS.firmware.help), 'firmwareControl', CONTROL, OWN),
    word(about('acsegress', OTHER_WORDS.egress.help), 'egressVector', maybe(EGRESS_VECTOR), OWN),
    word(about('acs8', OTHER_WORDS.eight.help), 'dwordAt8', orUnknown(DWORD), OWN),
  ];
}

/** ACS words, as they are applied. */
export const ACS_ATTRIBUTES: readonly FunctionAttribute[] = [
  capability(
    {
      name: 'acscap',
      kinds: NOT_SWITCH,
      help: 'What its ACS capability can do; none: it has none.',
    },
    OWN,
  ),
  word(
    { name: 'acs', kinds: NOT_SWITCH, help: 'ACS control bits that are set. Nothing said: none.' },
    'control',
    CONTROL,
    OWN,
    firmwareFollows,
  ),
  ...otherWords('', NOT_SWITCH),
  capability(
    { name: 'acscap', kinds: ['switch'], help: 'ACS capability of the downstream ports.' },
    OF_PORTS,
  ),
  word(
    { name: 'acs', kinds: ['switch'], help: 'ACS control bits of the downstream ports.' },
    'control',
    CONTROL,
    OF_PORTS,
    firmwareFollows,
  ),
  capability(
    { name: 'upacscap', kinds: ['switch'], help: "The upstream port's own ACS capability." },
    OWN,
  ),
  word(
    { name: 'upacs', kinds: ['switch'], help: "The upstream port's own ACS control bits." },
    'control',
    CONTROL,
    OWN,
    firmwareFollows,
  ),
  ...otherWords('up', ['switch']),
];
