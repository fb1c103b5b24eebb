import type { Cpu, IommuHardware, IommuMode, Settings } from '../../model/settings.ts';
import type { KernelParameters } from './cmdline/kernelParameters.ts';
import type { Era } from './eras.ts';
import type { IommuUse } from './iommuUse.ts';

/** Where a condition comes from: asked for, read from the input, concluded from it, or a default. */
export type ConditionSource = 'given' | 'input' | 'inferred' | 'default';

export interface Condition<T> {
  readonly value: T;
  readonly source: ConditionSource;
}

/** A default that was used because the input did not say. */
export type AssumptionId =
  | 'kernel'
  | 'cpu'
  | 'cmdline'
  | 'iommu'
  | 'iommu-use'
  | 'first-device'
  | 'root-bus'
  | 'id-from-name'
  | 'acs-words'
  | 'hmat';
export interface Assumption {
  readonly id: AssumptionId;
  readonly text: string;
}

/** Under which circumstances a machine is judged. */
export interface Conditions {
  readonly kernel: Condition<Era>;
  readonly cpu: Condition<Cpu>;
  /** The command line, read as this kernel reads it. */
  readonly cmdline: Condition<KernelParameters>;
  readonly iommu: Condition<IommuUse>;
  /** ACS control words as they stand, or what this kernel makes of the firmware's at boot. */
  readonly acsWords: Condition<AcsWords>;
  /** Everything that was taken for granted because neither the user nor the input said it. */
  readonly assumed: readonly Assumption[];
}

export type AcsWords = Settings['acsWords'];

/** What the user asks for, over what the document says; `null`: nothing asked. */
export interface ConditionRequest {
  readonly kernel: Era | null;
  readonly cpu: Cpu | null;
  readonly cmdline: string | null;
  readonly iommu: IommuHardware | null;
  /** How the IOMMU is used, whatever the command line says of it. */
  readonly iommuMode: IommuMode | null;
  readonly acsWords: AcsWords | null;
}
