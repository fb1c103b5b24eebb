import type { AttributeInfo, LineKind } from './attribute.ts';
import { ACS_ATTRIBUTES } from './attributesAcs.ts';
import { HOST_ATTRIBUTES } from './attributesHost.ts';
import { IDENTITY_ATTRIBUTES } from './attributesIdentity.ts';
import { LINK_ATTRIBUTES } from './attributesLink.ts';
import { MEMORY_ATTRIBUTES } from './attributesMemory.ts';
import {
  FLOW_ATTRIBUTES,
  GROUP_ATTRIBUTES,
  LINK_LINE_ATTRIBUTES,
  SLOT_ATTRIBUTES,
  SOCKET_ATTRIBUTES,
} from './attributesOther.ts';
import { USE_ATTRIBUTES } from './attributesUse.ts';
import { FUNCTION_KINDS, type FunctionAttribute } from './functionAttribute.ts';

/** Everything that can be said of a function, in the order in which it is applied and written. */
export const FUNCTION_ATTRIBUTES: readonly FunctionAttribute[] = [
  ...IDENTITY_ATTRIBUTES,
  ...LINK_ATTRIBUTES,
  ...ACS_ATTRIBUTES,
  ...MEMORY_ATTRIBUTES,
  ...USE_ATTRIBUTES,
];

/**
 * Words that change what a line begins with, before anything else is applied. They are no fields of
 * a part, so no part is asked for them.
 */
export const BASE_ATTRIBUTES: readonly AttributeInfo[] = [
  {
    name: 'bare',
    form: 'flag',
    kinds: FUNCTION_KINDS,
    help: 'Nothing is taken from the catalogue: what the line does not say is unknown.',
    values: [],
  },
  {
    name: 'absent',
    form: 'flag',
    kinds: ['fn'],
    help: 'The model would have this function; this device does not.',
    values: [],
  },
  {
    name: 'empty',
    form: 'flag',
    kinds: ['host'],
    help: 'Nothing sits on the root bus by itself: only what stands below the line.',
    values: [],
  },
  {
    name: 'vmd',
    form: 'flag',
    kinds: ['host'],
    help: 'The root bus of a VMD domain whose VMD function is not shown.',
    values: [],
  },
  {
    name: 'nosocket',
    form: 'flag',
    kinds: ['host'],
    help: 'Whether it belongs to no socket (or, with =?, to one that is not known).',
    values: ['?'],
  },
  {
    name: 'total',
    form: 'value',
    kinds: ['vf'],
    help: 'Virtual functions that the physical one could have.',
    values: ['8', '16', '64', '128'],
  },
  {
    name: 'enabled',
    form: 'flag',
    kinds: ['vf'],
    help: 'Whether SR-IOV is switched on.',
    values: ['yes', 'no'],
  },
];

const ALL: readonly AttributeInfo[] = [
  ...BASE_ATTRIBUTES,
  ...HOST_ATTRIBUTES,
  ...FUNCTION_ATTRIBUTES,
  ...SOCKET_ATTRIBUTES,
  ...SLOT_ATTRIBUTES,
  ...LINK_LINE_ATTRIBUTES,
  ...FLOW_ATTRIBUTES,
  ...GROUP_ATTRIBUTES,
];

const BY_KIND = new Map<LineKind, ReadonlyMap<string, AttributeInfo>>();

/** Attributes that a line of that kind may have, by name, in the order of the tables. */
export function attributesOf(kind: LineKind): ReadonlyMap<string, AttributeInfo> {
  let found = BY_KIND.get(kind);
  if (!found) {
    const named = new Map<string, AttributeInfo>();
    for (const each of ALL) {
      if (each.kinds.includes(kind) && !named.has(each.name)) named.set(each.name, each);
    }
    found = named;
    BY_KIND.set(kind, found);
  }
  return found;
}
