import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { LinkState } from '../model/registers.ts';
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
import {
  type Codec,
  maybe,
  oneOf,
  orUnknown,
  SIZE,
  sizeWith,
  whole,
  YES_NO,
} from './values/codec.ts';

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

function stateOf(state: OrUnknown<LinkState>): LinkState {
  return state === UNKNOWN ? { gts: UNKNOWN, width: UNKNOWN } : state;
}

function tidy(state: LinkState): OrUnknown<LinkState> {
  return state.gts === UNKNOWN && state.width === UNKNOWN ? UNKNOWN : state;
}

/** A part that runs at a rate can do it: what it can do is raised to what was said. */
function raised(
  capable: OrUnknown<LinkState>,
  key: keyof LinkState,
  value: OrUnknown<number>,
): OrUnknown<LinkState> {
  if (capable === UNKNOWN || value === UNKNOWN) return capable;
  const can = capable[key];
  return can !== UNKNOWN && can < value ? { ...capable, [key]: value } : capable;
}

function current(key: keyof LinkState): {
  readonly get: (draft: FunctionDraft) => OrUnknown<number> | undefined;
  readonly set: (draft: FunctionDraft, value: OrUnknown<number>) => FunctionDraft | string;
} {
  return {
    get: (draft) => {
      const link = linkOf(draft);
      return link && stateOf(link.current)[key];
    },
    set: (draft, value) =>
      withLink(draft, (link) => ({
        ...link,
        current: tidy({ ...stateOf(link.current), [key]: value }),
        capable: raised(link.capable, key, value),
      })),
  };
}

const GEN = current('gts');
const WIDTH = current('width');

const CAPABLE: Codec<OrUnknown<LinkState>> = {
  read: (text) => {
    if (text === '?') return UNKNOWN;
    let state: LinkState = { gts: UNKNOWN, width: UNKNOWN };
    for (const piece of text.split(',')) {
      const gen = /^gen(.+)$/i.exec(piece)?.[1];
      const lanes = /^x(.+)$/i.exec(piece)?.[1];
      const gts = gen === undefined ? undefined : orUnknown(GENERATION).read(gen);
      const width = lanes === undefined ? undefined : orUnknown(LANES).read(lanes);
      if (gts === undefined && width === undefined) return undefined;
      state = { gts: gts ?? state.gts, width: width ?? state.width };
    }
    return tidy(state);
  },
  write: (state) => {
    if (state === UNKNOWN || tidy(state) === UNKNOWN) return '?';
    return `gen${orUnknown(GENERATION).write(state.gts)},x${orUnknown(LANES).write(state.width)}`;
  },
  expected: 'what the link can do, such as gen5,x16',
  values: ['gen5,x16', 'gen4,x16', 'gen4,x8', 'gen4,x4', 'gen3,x16', '?'],
};

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
    { name: 'gen', form: 'suffix', help: 'Generation that the link was trained to: gen5.' },
    orUnknown(GENERATION),
    GEN.get,
    GEN.set,
  ),
  lens(
    { name: 'x', form: 'suffix', help: 'Lanes that the link was trained to: x16; x0 is down.' },
    orUnknown(LANES),
    WIDTH.get,
    WIDTH.set,
  ),
  lens(
    { name: 'cap', help: 'What this end of the link can do: cap=gen5,x16.' },
    CAPABLE,
    (draft) => linkOf(draft)?.capable,
    (draft, capable) => withLink(draft, (link) => ({ ...link, capable })),
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
    orUnknown(sizeWith(['128', '256', '512', '1024'])),
  ),
  pcieField(
    { name: 'mps', help: 'Largest payload of a packet as set, in bytes.' },
    'maxPayload',
    orUnknown(sizeWith(['128', '256', '512'])),
  ),
  pcieField(
    { name: 'mrrs', help: 'Largest read request, in bytes.' },
    'maxReadRequest',
    orUnknown(sizeWith(['512', '1024', '2048', '4096', '256', '128'])),
  ),
  pcieField(
    { name: 'rcb', help: 'Read completion boundary in bytes.' },
    'readCompletionBoundary',
    orUnknown({ ...SIZE, values: ['64', '128'] }),
  ),
  pcieField(
    { name: 'tags', help: 'Requests that may be outstanding.' },
    'tags',
    orUnknown(whole(0, 65_536, ['32', '256', '1024'])),
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
