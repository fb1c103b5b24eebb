import { err, ok } from '../base/result.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { UNKNOWN_PCIE } from '../model/blank.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Link, PcieCapability } from '../model/registers.ts';
import type { Attribute, AttributeInfo, FunctionDraft } from './attribute.ts';
import { DEVICE_KINDS, type NodeKind } from './kinds.ts';
import type { Codec } from './values/codec.ts';

export type FunctionAttribute = Attribute<FunctionDraft>;

/** Kinds whose line stands for a function. */
export const FUNCTION_KINDS: readonly NodeKind[] = [
  'port',
  'switch',
  'bridge',
  'vmd',
  ...DEVICE_KINDS,
  'fn',
  'vf',
];
/** Kinds with a bus behind them. */
export const BUS_KINDS: readonly NodeKind[] = ['port', 'switch', 'bridge'];
/** Devices and their functions. */
export const LEAF_KINDS: readonly NodeKind[] = [...DEVICE_KINDS, 'fn', 'vf', 'vmd'];

/** Name, help and, where they differ from the usual, form, kinds and suggestions. */
export type About = Pick<AttributeInfo, 'name' | 'help'> &
  Partial<Pick<AttributeInfo, 'form' | 'kinds' | 'values'>>;

/**
 * An attribute of something in a draft. `get` gives `undefined` where the draft has no place for it,
 * `set` gives words for what is expected instead where it cannot be said.
 */
export function lens<V>(
  about: About,
  codec: Codec<V>,
  get: (draft: FunctionDraft) => V | undefined,
  set: (draft: FunctionDraft, value: V) => FunctionDraft | string,
): FunctionAttribute {
  return {
    form: 'value',
    kinds: FUNCTION_KINDS,
    values: codec.values,
    ...about,
    read: (draft, text) => {
      const value = codec.read(text);
      if (value === undefined) return err(codec.expected);
      const next = set(draft, value);
      return typeof next === 'string' ? err(next) : ok(next);
    },
    write: (draft) => {
      const value = get(draft);
      return value === undefined ? null : codec.write(value);
    },
  };
}

/** An attribute that is one field of the function. */
export function field<K extends keyof PciFunction>(
  about: About,
  key: K,
  codec: Codec<PciFunction[K]>,
): FunctionAttribute {
  return lens(
    about,
    codec,
    ({ fn }) => fn[key],
    (draft, value) => ({ ...draft, fn: { ...draft.fn, [key]: value } }),
  );
}

const NO_PCIE = 'nothing: this part has no PCI Express capability';
const NO_LINK = 'nothing: this part has no link';

export function pcieOf({ fn }: FunctionDraft): PcieCapability | undefined {
  return fn.pcie === null || fn.pcie === UNKNOWN ? undefined : fn.pcie;
}

/** The draft with a changed capability; a capability that nobody knew of is known from now on. */
export function withPcie(
  draft: FunctionDraft,
  change: (pcie: PcieCapability) => PcieCapability | string,
): FunctionDraft | string {
  const { pcie } = draft.fn;
  if (pcie === null) return NO_PCIE;
  const changed = change(pcie === UNKNOWN ? UNKNOWN_PCIE : pcie);
  return typeof changed === 'string' ? changed : { ...draft, fn: { ...draft.fn, pcie: changed } };
}

/** An attribute that is one field of the PCI Express capability. */
export function pcieField<K extends keyof PcieCapability>(
  about: About,
  key: K,
  codec: Codec<PcieCapability[K]>,
): FunctionAttribute {
  return lens(
    about,
    codec,
    (draft) => pcieOf(draft)?.[key],
    (draft, value) => withPcie(draft, (pcie) => ({ ...pcie, [key]: value })),
  );
}

const UNKNOWN_LINK: Link = {
  capable: UNKNOWN,
  current: UNKNOWN,
  targetGts: UNKNOWN,
  portNumber: UNKNOWN,
};

export function linkOf(draft: FunctionDraft): Link | undefined {
  const link = pcieOf(draft)?.link;
  return link === null || link === UNKNOWN ? undefined : link;
}

/** The draft with a changed link; a link that nobody knew of is known from now on. */
export function withLink(
  draft: FunctionDraft,
  change: (link: Link) => Link,
): FunctionDraft | string {
  return withPcie(draft, (pcie) => {
    if (pcie.link === null) return NO_LINK;
    return { ...pcie, link: change(pcie.link === UNKNOWN ? UNKNOWN_LINK : pcie.link) };
  });
}
