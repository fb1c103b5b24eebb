import * as z from 'zod/mini';

/*
 * What a case says of its machine before it was ever switched on: no addresses, no registers, no
 * default ids. Everything else in a case is either what the kernel showed of the hardware or its answer.
 */

const text = z.string();
const count = z.number();

const node = z.object({
  id: text,
  type: text,
  /** Another node, a bus of the list, or `pcie.0`. */
  parent: text,
  /** Device and function number. */
  slot: count,
  fn: count,
  /** Capability word in hexadecimal; `false`: none, `true`: that of the part. */
  acs: z.optional(z.union([text, z.boolean()])),
  acsCtl: z.optional(text),
  ids: z.optional(text),
  cmbMb: z.optional(count),
  barMb: z.optional(count),
  vfs: z.optional(count),
});
export type TopologyNode = z.output<typeof node>;

const topology = z.object({
  id: text,
  title: text,
  cpu: text,
  host: z.nullish(z.object({ ids: z.optional(text) })),
  /** Further host bridges: their root bus, and where their expander stands on bus 0. */
  buses: z.array(z.object({ id: text, bus_nr: count, slot: count, numa: z.nullish(count) })),
  nodes: z.array(node),
});
export type CaseTopology = z.output<typeof topology>;

/** The drawn half of a case: format 1. */
export const drawnFullForm = z.object({
  format: z.literal(1),
  options: z.object({ iommu: text, iommuDevice: z.optional(text) }),
  topology,
});

/** A case that names another one for its machine, with options of its own. */
export const drawnEraForm = z.object({
  format: z.literal('era-1'),
  ref: text,
  options: z.object({ iommu: text, iommuDevice: z.optional(text) }),
});

/** Which machine, and which IOMMU is in it. */
export interface CaseDrawing {
  readonly topology: CaseTopology;
  readonly options: { readonly iommu: string; readonly iommuDevice?: string | undefined };
}
