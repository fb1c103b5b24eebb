import * as z from 'zod/mini';
import { listForm, mappedEraListForm, mappedListForm, transferForm } from './listForm.ts';

/*
 * The form of a golden case, in halves. What a schema does not name is not in what it gives out: the
 * input half of a case holds no answer of a kernel, however it is used later.
 */

const text = z.string();
const textOrNull = z.nullable(text);
const count = z.number();

/** `[number, start, size, resource flags, bus address]`, numbers as hexadecimal text. */
const bar = z.tuple([count, text, text, text, text]);

const hardware = z.object({
  bdf: text,
  node: z.optional(textOrNull),
  vendor: text,
  device: text,
  class: text,
  pcieType: text,
  headerType: count,
  multifunction: z.boolean(),
  parent: textOrNull,
  rootBus: text,
  secondary: z.nullish(text),
  subordinate: z.nullish(text),
  /** The capability word only: the control word is an answer. */
  acs: z.nullable(z.object({ cap: text })),
  physfn: z.nullish(text),
  ari: z.nullish(z.boolean()),
  driver: textOrNull,
  dma: z.object({ mask: text, maxSeg: count, boundary: text }),
  link: z.nullish(z.record(text, text)),
  bars: z.array(bar),
});
export type CaseHardware = z.output<typeof hardware>;

const node = z.object({
  id: text,
  type: text,
  acsCtl: z.optional(text),
  cmbMb: z.optional(count),
  barMb: z.optional(count),
  vfs: z.optional(count),
});
export type CaseNode = z.output<typeof node>;

const kernel = z.object({ series: text, release: text });
const options = z.object({ iommu: text, iommuDevice: z.optional(text) });

/** What a format 1 case says of the machine. */
export const fullInputForm = z.object({
  format: z.literal(1),
  id: text,
  kernel,
  options,
  cmdline: text,
  topology: z.object({ id: text, title: text, cpu: text, nodes: z.array(node) }),
  devices: z.array(hardware),
  /** As they were handed over; what came of them is an answer. */
  sgl: z.array(listForm),
});
export type FullInput = z.output<typeof fullInputForm>;

/** What an era-1 case says of the machine beyond its reference. */
export const eraInputForm = z.object({
  format: z.literal('era-1'),
  id: text,
  ref: text,
  kernel,
  options,
  cmdline: text,
  devices: z.array(z.object({ bdf: text, driver: z.optional(text), maxSeg: z.optional(count) })),
});
export type EraInput = z.output<typeof eraInputForm>;

const step = z.union([
  z.object({ op: z.literal('dist'), p: text, c: text, d: count }),
  z.object({ op: z.literal('map'), p: text, c: text, err: count, kind: text }),
  z.object({ op: z.literal('acsctl'), d: text, ctl: text }),
]);

const group = z.nullable(z.union([count, text]));

/** The log of all pairs, which an era-1 case may take from its reference. */
const log = { reasons: z.array(text), why: z.array(z.array(count)) };

const answers = {
  distances: z.array(z.array(count)),
  /** `[provider, client, kind, how]`; `how` is an errno where the kind is `error`. */
  maps: z.array(z.tuple([count, count, text, z.union([text, count])])),
  find: z.array(z.tuple([text, textOrNull])),
  many: z.optional(z.array(z.tuple([text, z.array(text), count]))),
  steps: z.optional(z.array(step)),
};

/** What the kernel of a format 1 case decided. */
export const fullOutcomeForm = z.object({
  ...answers,
  ...log,
  sgl: z.array(mappedListForm),
  xfer: z.optional(z.array(transferForm)),
  /** The same as in `devices`, the other way round. */
  groups: z.optional(z.array(z.object({ id: z.union([count, text]), devices: z.array(text) }))),
  devices: z.array(
    z.object({
      bdf: text,
      acs: z.nullable(z.object({ ctl: text })),
      iommuGroup: z.optional(group),
    }),
  ),
});

/** What an era-1 case may take over from the answers of its reference. */
export const refOutcomeForm = z.object(log);

/** What the kernel of an era-1 case decided. */
export const eraOutcomeForm = z.object({
  ...answers,
  sgl: z.record(text, mappedEraListForm),
  reasons: z.union([z.literal('ref'), z.array(text)]),
  why: z.union([z.literal('ref'), z.array(z.array(count))]),
  devices: z.array(z.object({ acs: z.optional(z.tuple([text, text])), group: z.optional(group) })),
});
