import type { FunctionId } from '../../../model/ids.ts';
import type { Settings } from '../../../model/settings.ts';
import type { MapType } from '../../p2pdma/verdict.ts';

/** A change that makes the verdict another one, tried out on the engine. */
export interface Fix {
  readonly kind:
    | 'acs-redirect-off'
    | 'acs-redirect-on'
    | 'disable-acs-redir'
    | 'config-acs'
    | 'iommu-off'
    | 'same-switch'
    | 'newer-kernel'
    | 'older-kernel';
  readonly text: string;
  /** Kernel parameter that does it, if there is one. */
  readonly cmdline?: string;
  /** `null`: what comes of it is not known. */
  readonly verdictAfter: MapType | null;
  /** The change itself, where it is one of the document and not of the hardware. */
  readonly change?: FixChange;
}

/** In the form of an edit of the document. */
export type FixChange =
  | {
      readonly kind: 'acs-control';
      readonly functions: readonly FunctionId[];
      readonly set: number;
      readonly clear: number;
    }
  | { readonly kind: 'kernel'; readonly kernel: string }
  | { readonly kind: 'cmdline'; readonly cmdline: string }
  | {
      readonly kind: 'iommu';
      readonly iommu: Settings['iommu'];
      readonly iommuMode: Settings['iommuMode'];
    };
