import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { Link, LinkState } from '../model/registers.ts';
import type { FunctionDraft } from './attribute.ts';
import {
  type FunctionAttribute,
  field,
  lens,
  linkOf,
  pcieField,
  pcieOf,
  withLink,
  withPcie,
} from './functionAttribute.ts';
import { isElastic } from './isElastic.ts';
import { least, type StatedLink, stateOf, tidy } from './linkDefaults.ts';
import { type Codec, maybe, oneOf, orUnknown, SIZE, whole, YES_NO } from './values/codec.ts';

/** GT/s per lane of the generations 1 to 7 (PCIe base specification 7.0, 1.2). */
const RATES: readonly number[] = [2.5, 5, 8, 16, 32, 64, 128];

/** A generation as its number; a rate that no generation has as `20GT`. */
export const GENERATION: Codec<number> = {
  read: (text) => {
    if (/^[1-7]$/.test(text)) return RATES[Number(text) - 1];
    const match = /^(\d{1,4}(?:\.\d{1,6})?)GT(?:\/s)?$/i.exec(text);
    return match ? Number(match[1]) : undefined;
  },
  write: (gts) => (RATES.includes(gts) ? String(RATES.indexOf(gts) + 1) : `${gts}GT`),
  expected: 'a generation from 1 to 7',
  values: ['1', '2', '3', '4', '5', '6', '7'],
};

/** 0 is a link that is down. */
export const LANES: Codec<number> = whole(0, 64, ['1', '2', '4', '8', '16']);
/** Widths that the specification has (7.0, 7.5.3.6), and 0. What a real machine shows is taken as it is. */
const WIDTHS: readonly unknown[] = [0, 1, 2, 4, 8, 12, 16, 32, UNKNOWN, null];
const NO_WIDTH = 'a width of 1, 2, 4, 8, 12, 16 or 32 lanes, or 0 for a link that is down';

/** Some sizes and no others. */
function sizesOf(sizes: readonly number[], values: readonly string[]): Codec<number> {
  const words = sizes.map(SIZE.write);
  return {
    ...SIZE,
    read: (text) => {
      const size = SIZE.read(text);
      return size !== undefined && sizes.includes(size) ? size : undefined;
    },
    expected: `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
    values,
  };
}

/** Sizes that a payload or a read request can have, in bytes. */
const PACKETS = [128, 256, 512, 1024, 2048, 4096];

/** What is stated of one figure of the link. */
function said(key: keyof LinkState): {
  readonly get: (draft: FunctionDraft) => OrUnknown<number> | undefined;
  readonly set: (draft: FunctionDraft, value: OrUnknown<number>) => FunctionDraft | string;
} {
  return {
    get: ({ stated }) => stated[key] ?? undefined,
    set: (draft, value) => {
      if (key === 'width' && !isWidth(draft, value)) return NO_WIDTH;
      const stated: StatedLink = { ...draft.stated, [key]: value };
      return withLink({ ...draft, stated }, (link) => {
        const capable = fitted(draft.fn, link.capable, key, value);
        const figure = value === UNKNOWN ? UNKNOWN : least(value, stateOf(capable)[key]);
        return {
          ...link,
          current: tidy({ ...stateOf(link.current), [key]: figure }),
          ...withCapable(link, capable),
        };
      });
    },
  };
}

function isWidth({ isCaptured }: FunctionDraft, value: OrUnknown<number> | null): boolean {
  return isCaptured || WIDTHS.includes(value);
}

/** What an end can do whose line states a rate: just that, if it comes in all sizes; a named model no less than that. */
function fitted(
  fn: FunctionDraft['fn'],
  capable: OrUnknown<LinkState>,
  key: keyof LinkState,
  value: OrUnknown<number>,
): OrUnknown<LinkState> {
  if (capable === UNKNOWN || value === UNKNOWN || value === 0) return capable;
  const can = capable[key];
  if (can === UNKNOWN || (can > value && !isElastic(fn))) return capable;
  return { ...capable, [key]: value };
}

/** Software asks for all that the link can do, unless it is known to ask for something else. */
function withCapable(
  link: Link,
  capable: OrUnknown<LinkState>,
): Pick<Link, 'capable' | 'targetGts'> {
  const [before, after] = [stateOf(link.capable).gts, stateOf(capable).gts];
  const follows = link.targetGts === before && before !== UNKNOWN && after !== UNKNOWN;
  return { capable, targetGts: follows ? after : link.targetGts };
}

const GEN = said('gts');
const WIDTH = said('width');

/** Figures of a link; `null`: this one is not said. */
type Figures = { readonly [K in keyof LinkState]: LinkState[K] | null };

function figuresCodec(expected: string, values: readonly string[]): Codec<OrUnknown<Figures>> {
  return {
    read: (text) => {
      if (text === '?') return UNKNOWN;
      let state: Figures = { gts: null, width: null };
      for (const piece of text.split(',')) {
        const gen = /^gen(.+)$/i.exec(piece)?.[1];
        const lanes = /^x(.+)$/i.exec(piece)?.[1];
        const gts = gen === undefined ? undefined : orUnknown(GENERATION).read(gen);
        const width = lanes === undefined ? undefined : orUnknown(LANES).read(lanes);
        if (gts === undefined && width === undefined) return undefined;
        state = { gts: gts ?? state.gts, width: width ?? state.width };
      }
      return state;
    },
    write: (state) => {
      if (state === UNKNOWN || (state.gts === UNKNOWN && state.width === UNKNOWN)) return '?';
      const { gts, width } = state;
      return `gen${orUnknown(GENERATION).write(gts ?? UNKNOWN)},x${orUnknown(LANES).write(width ?? UNKNOWN)}`;
    },
    expected,
    values,
  };
}

const CAPABLE = figuresCodec('what the link can do, such as gen5,x16', [
  'gen5,x16',
  'gen4,x16',
  'gen4,x8',
  'gen4,x4',
  'gen3,x16',
  '?',
]);
const NOW = figuresCodec('what this end shows of the link, such as gen3,x8', [
  'gen3,x8',
  'gen4,x8',
  '?',
]);

function merged(before: OrUnknown<LinkState>, said: OrUnknown<Figures>): OrUnknown<LinkState> {
  if (said === UNKNOWN) return UNKNOWN;
  const { gts, width } = stateOf(before);
  return tidy({ gts: said.gts ?? gts, width: said.width ?? width });
}

/** `cap=`: what is not stated otherwise is trained to that. */
function capableOf({ stated }: FunctionDraft, link: Link, value: OrUnknown<Figures>): Link {
  const capable = merged(link.capable, value);
  const [can, has] = [stateOf(capable), stateOf(link.current)];
  const figure = (key: keyof LinkState) => {
    if (can[key] === UNKNOWN || stated[key] === UNKNOWN) return has[key];
    return least(stated[key], can[key]);
  };
  const current = tidy({ gts: figure('gts'), width: figure('width') });
  return { ...link, current, ...withCapable(link, capable) };
}

const PRESENCE = oneOf(['yes', '-', '?']);

/** The PCI Express capability and the link, as they are applied. */
export const LINK_ATTRIBUTES: readonly FunctionAttribute[] = [
  lens(
    { name: 'pcie', help: 'Whether it has a PCI Express capability: - none, ? not shown.' },
    PRESENCE,
    ({ fn }) => (fn.pcie === null ? '-' : fn.pcie === UNKNOWN ? '?' : 'yes'),
    (draft, value) => {
      if (value === '-') return { ...draft, fn: { ...draft.fn, pcie: null } };
      if (value === '?') return { ...draft, fn: { ...draft.fn, pcie: UNKNOWN } };
      const present = draft.fn.pcie === null ? { ...draft.fn, pcie: UNKNOWN } : draft.fn;
      return withPcie({ ...draft, fn: present }, (pcie) => pcie);
    },
  ),
  lens(
    { name: 'link', help: 'Whether it has a link: - none (an integrated part), ? not shown.' },
    PRESENCE,
    (draft) => {
      const pcie = pcieOf(draft);
      if (!pcie) return undefined;
      return pcie.link === null ? '-' : pcie.link === UNKNOWN ? '?' : 'yes';
    },
    (draft, value) => {
      if (value !== 'yes') {
        const link = value === '-' ? null : UNKNOWN;
        return withPcie(draft, (pcie) => ({ ...pcie, link }));
      }
      const open = withPcie(draft, (pcie) =>
        pcie.link === null ? { ...pcie, link: UNKNOWN } : pcie,
      );
      return typeof open === 'string' ? open : withLink(open, (link) => link);
    },
  ),
  lens(
    { name: 'gen', form: 'suffix', help: 'Generation that the link runs at: gen5.' },
    orUnknown(GENERATION),
    GEN.get,
    GEN.set,
  ),
  lens(
    { name: 'x', form: 'suffix', help: 'Lanes that the link runs with: x16; x0 is down.' },
    orUnknown(LANES),
    WIDTH.get,
    WIDTH.set,
  ),
  lens(
    { name: 'cap', help: 'What this end of the link can do: cap=gen5,x16.' },
    CAPABLE,
    (draft) => linkOf(draft)?.capable,
    (draft, value) => {
      if (value !== UNKNOWN && !isWidth(draft, value.width)) return NO_WIDTH;
      return withLink(draft, (link) => capableOf(draft, link, value));
    },
  ),
  lens(
    {
      name: 'now',
      help: 'What this end shows of the link, where the other end shows otherwise: now=gen3,x8.',
    },
    NOW,
    (draft) => draft.now ?? undefined,
    (draft, value) => {
      if (value !== UNKNOWN && !isWidth(draft, value.width)) return NO_WIDTH;
      const link = linkOf(draft);
      const now = merged(link ? link.current : UNKNOWN, value);
      return withLink({ ...draft, now }, (each) => ({ ...each, current: now }));
    },
  ),
  lens(
    { name: 'target', help: 'Highest generation that software asks for.' },
    maybe(GENERATION),
    (draft) => linkOf(draft)?.targetGts,
    (draft, targetGts) => withLink(draft, (link) => ({ ...link, targetGts })),
  ),
  lens(
    { name: 'portno', help: 'Port number, the index into egress vectors.' },
    orUnknown(whole(0, 255)),
    (draft) => linkOf(draft)?.portNumber,
    (draft, portNumber) => withLink(draft, (link) => ({ ...link, portNumber })),
  ),
  pcieField(
    { name: 'mpscap', help: 'Largest payload of a packet that it can take, in bytes.' },
    'maxPayloadSupported',
    orUnknown(sizesOf(PACKETS, ['128', '256', '512', '1024'])),
  ),
  pcieField(
    { name: 'mps', help: 'Largest payload of a packet as set, in bytes.' },
    'maxPayload',
    orUnknown(sizesOf(PACKETS, ['128', '256', '512'])),
  ),
  pcieField(
    { name: 'mrrs', help: 'Largest read request, in bytes.' },
    'maxReadRequest',
    orUnknown(sizesOf(PACKETS, ['512', '1024', '2048', '4096', '256', '128'])),
  ),
  pcieField(
    { name: 'rcb', help: 'Read completion boundary in bytes.' },
    'readCompletionBoundary',
    orUnknown(sizesOf([64, 128], ['64', '128'])),
  ),
  pcieField(
    { name: 'tags', help: 'Requests that may be outstanding.' },
    'tags',
    orUnknown(whole(1, 16_384, ['32', '256', '1024'])),
  ),
  pcieField(
    { name: 'ro', form: 'flag', help: 'Relaxed ordering is enabled.' },
    'relaxedOrdering',
    orUnknown(YES_NO),
  ),
  field(
    { name: 'external', form: 'flag', help: 'Firmware marks the port as leading out of the case.' },
    'externalFacing',
    orUnknown(YES_NO),
  ),
  field(
    { name: 'untrusted', form: 'flag', help: 'Linux distrusts it, as all below an external port.' },
    'untrusted',
    orUnknown(YES_NO),
  ),
];
