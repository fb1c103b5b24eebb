import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';

/** What no drawing shows: changed, it leaves every box in its place and every word in its box. */
const NOT_DRAWN: ReadonlySet<string> = new Set<keyof Machine>([
  'name',
  'settings',
  'workload',
  'functions',
]);
const NOT_DRAWN_OF_FUNCTIONS: ReadonlySet<string> = new Set<keyof PciFunction>(['acs']);

/**
 * Would both machines be drawn alike? Compared by identity, which edits keep for whatever they do
 * not touch: finding out takes a thousandth of a layout.
 */
export function drawnAlike(a: Machine, b: Machine): boolean {
  if (!sameFields(a, b, NOT_DRAWN)) return false;
  if (a.functions === b.functions) return true;
  return (
    a.functions.length === b.functions.length &&
    a.functions.every((fn, place) => {
      const other = b.functions[place];
      return fn === other || (other && sameFields(fn, other, NOT_DRAWN_OF_FUNCTIONS));
    })
  );
}

function sameFields<T extends object>(a: T, b: T, except: ReadonlySet<string>): boolean {
  const fields = Object.keys({ ...a, ...b }) as (keyof T & string)[];
  return fields.every((field) => except.has(field) || a[field] === b[field]);
}
