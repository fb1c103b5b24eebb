import type { FunctionId } from '../model/ids.ts';
import { goldenId } from './goldenFunction.ts';
import type { ListForm, MappedEraListForm, MappedListForm, TransferForm } from './listForm.ts';

/** One element of a list, addresses and length in bytes. */
export interface GoldenEntry {
  readonly phys: number;
  readonly length: number;
  /** Where peer memory is on the bus; `null`: host memory. */
  readonly bus: number | null;
  /** Whose memory it is; `null`: host memory. */
  readonly provider: FunctionId | null;
}

/** A scatterlist as it was handed to the kernel. */
export interface GoldenList {
  readonly id: string;
  readonly client: FunctionId;
  readonly maskBits: number;
  readonly maxSegment: number;
  readonly boundary: number;
  readonly entries: readonly GoldenEntry[];
}

/** One DMA entry as the kernel left it. */
export interface GoldenOutput {
  /** `null`: success, and the kernel left the address as it was. */
  readonly address: number | null;
  readonly length: number;
  /** `null`: this kernel has no mark for it. */
  readonly isBus: boolean | null;
  /** The address is one of an entry of the list, and not given for this mapping. */
  readonly isOfEntry: boolean;
}

/** What the kernel made of a list. */
export type GoldenMappedList =
  | { readonly kind: 'answered'; readonly errno: number; readonly outputs: readonly GoldenOutput[] }
  /** It was not handed to this kernel. */
  | { readonly kind: 'skipped'; readonly why: string };

/** What user space was told of a transfer between a client and a provider's memory. */
export interface GoldenTransfer {
  readonly provider: FunctionId;
  readonly client: FunctionId;
  readonly read: GoldenMove;
  readonly write: GoldenMove;
}

export interface GoldenMove {
  /** As `errno` has it: positive, 0 where it was done. */
  readonly errno: number;
  /** The data came out as they went in. */
  readonly isSame: boolean;
}

/**
 * The input half. Throws on text that is no address, and on memory that nobody lends.
 *
 * @param providerAt whose memory is at a CPU address
 */
export function goldenList(form: ListForm, providerAt: (phys: number) => FunctionId): GoldenList {
  return {
    id: form.id,
    client: goldenId(form.client),
    maskBits: form.mask,
    maxSegment: form.maxSeg,
    boundary: address(form.boundary),
    entries: form.in.map(([, start, length, bus]) => {
      const phys = address(start);
      return bus === undefined
        ? { phys, length, bus: null, provider: null }
        : { phys, length, bus: address(bus), provider: providerAt(phys) };
    }),
  };
}

/** The kernel's answers of a format 1 case, in the order of its lists. */
export function mappedLists(
  lists: readonly GoldenList[],
  told: readonly MappedListForm[],
): readonly (GoldenMappedList | null)[] {
  const byId = new Map(told.map((each) => [each.id, each]));
  return lists.map(({ id, entries }) => {
    const answer = byId.get(id);
    if (!answer) return null;
    const own = new Set(entries.flatMap(({ phys, bus }) => (bus === null ? [phys] : [phys, bus])));
    const outputs = answer.out.map(([start, length, isBus]) => {
      const at = address(start);
      return { address: at, length, isBus: mark(isBus), isOfEntry: own.has(at) };
    });
    return { kind: 'answered', errno: answer.err, outputs };
  });
}

/** Those of an era-1 case, which names lists by id and addresses by entry. */
export function mappedEraLists(
  lists: readonly GoldenList[],
  told: Readonly<Record<string, MappedEraListForm>>,
): readonly (GoldenMappedList | null)[] {
  return lists.map(({ id, entries }) => {
    const answer = told[id];
    if (!answer) return null;
    const [errno, outputs] = answer;
    if (errno === 'skip') return { kind: 'skipped', why: outputs };
    return {
      kind: 'answered',
      errno,
      outputs: outputs.map(([start, length, isBus]) => ({
        ...namedAddress(start, entries),
        length,
        isBus: mark(isBus),
      })),
    };
  });
}

/** `p3`, `b3`, `unwritten`, or an address. */
function namedAddress(
  name: string,
  entries: readonly GoldenEntry[],
): Pick<GoldenOutput, 'address' | 'isOfEntry'> {
  if (name === 'unwritten') return { address: null, isOfEntry: false };
  const [, space, index] = /^([pb])(\d+)$/.exec(name) ?? [];
  // `b3` alone could be an address of 12 bits, which no kernel gave.
  if (space === undefined) return { address: address(name), isOfEntry: false };
  const entry = entries[Number(index)];
  const at = space === 'p' ? entry?.phys : entry?.bus;
  if (at === undefined || at === null) throw new RangeError(`${name} is no entry of its list`);
  return { address: at, isOfEntry: true };
}

/** What user space saw. */
export function goldenTransfer(told: TransferForm): GoldenTransfer {
  return {
    provider: goldenId(told.p),
    client: goldenId(told.c),
    read: { errno: told.readErrno, isSame: told.readSame === 1 },
    write: { errno: told.writeErrno, isSame: told.writeSame === 1 },
  };
}

const mark = (isBus: number | null): boolean | null => (isBus === null ? null : isBus === 1);

function address(text: string): number {
  const value = /^[0-9a-f]{1,16}$/.test(text) ? Number.parseInt(text, 16) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no address`);
  return value;
}
