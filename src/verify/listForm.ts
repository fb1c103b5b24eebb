import * as z from 'zod/mini';

/*
 * Scatterlists and transfers in a golden case, in the two halves of `caseForm.ts`: what was handed to
 * the kernel, and what it made of it.
 */

const text = z.string();
const count = z.number();

/** `["h", physical address, length]` is host memory, `["p", …, bus address]` a provider's. */
const entry = z.union([
  z.tuple([z.literal('h'), text, count]),
  z.tuple([z.literal('p'), text, count, text]),
]);

/** A list as it was handed over: no more of it is input. */
export const listForm = z.object({
  id: text,
  client: text,
  /** Bits of the client's DMA mask while the list is mapped. */
  mask: count,
  maxSeg: count,
  boundary: text,
  in: z.array(entry),
});
export type ListForm = z.output<typeof listForm>;

/** `[address, length, is it a bus address]`; the last is null where the kernel leaves no mark of it. */
const output = z.tuple([text, count, z.nullable(count)]);

/** What became of it, in a format 1 case. */
export const mappedListForm = z.object({ id: text, err: count, out: z.array(output) });
export type MappedListForm = z.output<typeof mappedListForm>;

/** The same in an era-1 case, which names addresses by the entry: `p0` physical, `b0` on the bus. */
export const mappedEraListForm = z.union([
  z.tuple([z.literal('skip'), text]),
  z.tuple([count, z.array(output)]),
]);
export type MappedEraListForm = z.output<typeof mappedEraListForm>;

/** User space reads from a client into a provider's memory, and writes from there. */
export const transferForm = z.object({
  p: text,
  c: text,
  read: count,
  readErrno: count,
  readSame: count,
  write: count,
  writeErrno: count,
  writeSame: count,
});
export type TransferForm = z.output<typeof transferForm>;
