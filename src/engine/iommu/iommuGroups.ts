import type { FunctionId } from '../../model/ids.ts';

/** Why a function is where it is. */
export type GroupCause =
  /** The first of its group: nothing that was there before had to be joined. */
  | { readonly kind: 'own' }
  /** Its requests carry another function's requester id, or may do so. */
  | { readonly kind: 'alias'; readonly of: FunctionId }
  /** `at`, above it, does not isolate: everything below and `at` itself stand together. */
  | { readonly kind: 'no-isolation-above'; readonly at: FunctionId }
  /** One of several functions without isolation between them. */
  | { readonly kind: 'sibling'; readonly of: FunctionId }
  /** Only by the proposed rule: on the inner bus of a switch whose downstream port `at` does not isolate. */
  | { readonly kind: 'switch'; readonly at: FunctionId };

export interface GroupMember {
  readonly function: FunctionId;
  readonly cause: GroupCause;
}

export interface IommuGroup {
  /** In order of enumeration. */
  readonly members: readonly GroupMember[];
}

export interface IommuGroups {
  /** In order of their making, as the kernel numbers them. */
  readonly groups: readonly IommuGroup[];
  /** Functions that no group holds although the machine has groups, with the reason. */
  readonly ungrouped: readonly { readonly function: FunctionId; readonly why: string }[];
  /** No IOMMU is in use: the groups there would be. */
  readonly hypothetical: boolean;
  /** Functions whose hidden ACS was asked for; they were taken as not isolating. */
  readonly assumed: readonly FunctionId[];
  /** Functions whose hidden ACS was asked for, and that a kernel has most likely made isolate. */
  readonly assumedIsolating: readonly FunctionId[];
  /** Functions whose way up the input does not show to its end; what is above was left out. */
  readonly wayHidden: readonly FunctionId[];
}

/** A group to join, by its place in the order of making, and why. */
export interface Joined {
  readonly group: number;
  readonly cause: GroupCause;
}
