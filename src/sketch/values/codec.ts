import { hex } from '../../base/hex.ts';
import { type Maybe, type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { PciId } from '../../model/pciFunction.ts';
import { readRate, readSize, readTime, writeRate, writeSize, writeTime } from './size.ts';

/** A kind of value as text, both ways. */
export interface Codec<V> {
  /** `undefined`: the text is no such value. */
  readonly read: (text: string) => V | undefined;
  readonly write: (value: V) => string;
  /** In a message, after "expected": `a size such as 64K`. */
  readonly expected: string;
  /** What to suggest. */
  readonly values: readonly string[];
}

/** The same, or `?` for what is not known. */
export function orUnknown<V>(codec: Codec<V>): Codec<OrUnknown<V>> {
  return {
    read: (text) => (text === '?' ? UNKNOWN : codec.read(text)),
    write: (value) => (value === UNKNOWN ? '?' : codec.write(value)),
    expected: `${codec.expected}, or ? for unknown`,
    values: [...codec.values, '?'],
  };
}

/** The same, or `-` for none. */
export function orNone<V>(codec: Codec<V>): Codec<V | null> {
  return {
    read: (text) => (text === '-' ? null : codec.read(text)),
    write: (value) => (value === null ? '-' : codec.write(value)),
    expected: `${codec.expected}, or - for none`,
    values: [...codec.values, '-'],
  };
}

/** The same, `-` for none or `?` for unknown. */
export function maybe<V>(codec: Codec<V>): Codec<Maybe<V>> {
  return orUnknown(orNone(codec)) as Codec<Maybe<V>>;
}

/** A whole number within bounds, both included; decimal, or hexadecimal with `0x`. */
export function whole(min: number, max: number, values: readonly string[] = []): Codec<number> {
  return {
    read: (text) => {
      if (!/^-?(?:\d{1,16}|0x[0-9a-f]{1,13})$/i.test(text)) return undefined;
      const value = text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
      return value >= min && value <= max ? value : undefined;
    },
    write: String,
    expected: max === Number.MAX_SAFE_INTEGER ? 'a whole number' : `a number from ${min} to ${max}`,
    values,
  };
}

/** Hexadecimal digits without prefix, padded; a prefix is read as well. */
export function hexDigits(digits: number, what: string): Codec<number> {
  return {
    read: (text) => {
      const bare = text.replace(/^0x/i, '');
      return new RegExp(`^[0-9a-f]{1,${digits}}$`, 'i').test(bare)
        ? Number.parseInt(bare, 16)
        : undefined;
    },
    write: (value) => hex(value, digits),
    expected: what,
    values: [],
  };
}

export const SIZE: Codec<number> = {
  read: (text) => readSize(text) ?? undefined,
  write: writeSize,
  expected: 'a size such as 64K, 256M or 1G',
  values: [],
};

/** A size with suggestions of its own. */
export const sizeWith = (values: readonly string[]): Codec<number> => ({ ...SIZE, values });

export const TIME: Codec<number> = {
  read: (text) => readTime(text) ?? undefined,
  write: writeTime,
  expected: 'a time such as 120ns or 1.5us',
  values: ['100ns', '150ns'],
};

export const RATE: Codec<number> = {
  read: (text) => readRate(text) ?? undefined,
  write: writeRate,
  expected: 'bytes per second such as 25G (units of 1000)',
  values: ['10G', '25G'],
};

export const YES_NO: Codec<boolean> = {
  read: (text) => (text === '' || text === 'yes' ? true : text === 'no' ? false : undefined),
  write: (value) => (value ? 'yes' : 'no'),
  expected: 'yes or no',
  values: ['yes', 'no'],
};

export const TEXT: Codec<string> = {
  read: (text) => (text.length <= 256 ? text : undefined),
  write: (value) => value,
  expected: 'a word of at most 256 characters',
  values: [],
};

/** One of some words. */
export function oneOf<W extends string>(words: readonly W[]): Codec<W> {
  return {
    read: (text) => words.find((word) => word === text),
    write: (value) => value,
    expected: `one of ${words.join(', ')}`,
    values: words,
  };
}

export const PCI_ID: Codec<PciId> = {
  read: (text) => {
    const match = /^([0-9a-f]{4}):(\?|[0-9a-f]{4})$/i.exec(text);
    if (!match) return undefined;
    const [, vendor = '', device = ''] = match;
    return {
      vendor: Number.parseInt(vendor, 16),
      device: device === '?' ? UNKNOWN : Number.parseInt(device, 16),
    };
  },
  write: ({ vendor, device }) => `${hex(vendor, 4)}:${device === UNKNOWN ? '?' : hex(device, 4)}`,
  expected: 'vendor and device such as 8086:2030',
  values: [],
};
