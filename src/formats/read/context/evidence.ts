import type { Cpu, IommuHardware } from '../../../model/settings.ts';
import type { ContextLine } from './contextLines.ts';

/** What a line of the kernel's log says about how an IOMMU is used. */
export type IommuState =
  | { readonly state: 'used' }
  | { readonly state: 'off'; readonly hardware: 'intel' | 'amd' }
  | { readonly state: 'translated' }
  | { readonly state: 'passthrough' }
  | { readonly state: 'policy'; readonly policy: 'strict' | 'lazy' }
  | { readonly state: 'forced-strict' };

/** What a line says. `context` lines say nothing by themselves: a heading, the rest of a listing. */
export type Fact =
  | { readonly kind: 'kernel'; readonly release: string; readonly certain: boolean }
  | { readonly kind: 'cmdline'; readonly text: string }
  | { readonly kind: 'arch'; readonly arch: Cpu['arch'] }
  | { readonly kind: 'cpu-vendor'; readonly vendor: string }
  | { readonly kind: 'cpu-family'; readonly family: number }
  | {
      readonly kind: 'iommu-hardware';
      readonly hardware: IommuHardware;
      /** False where the line is printed on machines of other makers too. */
      readonly certain: boolean;
    }
  | ({ readonly kind: 'iommu-state' } & IommuState)
  | { readonly kind: 'group'; readonly address: string; readonly group: string }
  | { readonly kind: 'refusal'; readonly client: string; readonly provider: string }
  | {
      readonly kind: 'remark';
      readonly severity: 'note' | 'warning';
      readonly text: string;
      readonly where: string | null;
    }
  | { readonly kind: 'context' };

export type Evidence = Fact & {
  readonly line: number;
  /** What printed it, for the sentence that tells the user: `uname`, `lscpu`, `the kernel's log`. */
  readonly source: string;
};

export type EvidenceOf<Kind extends Fact['kind']> = Extract<Evidence, { readonly kind: Kind }>;

/** Finds one kind of evidence. Several may make use of the same line. */
export type Recogniser = (lines: readonly ContextLine[]) => readonly Evidence[];

export function evidenceOf<Kind extends Fact['kind']>(
  evidence: readonly Evidence[],
  kind: Kind,
): readonly EvidenceOf<Kind>[] {
  return evidence.filter((one): one is EvidenceOf<Kind> => one.kind === kind);
}
