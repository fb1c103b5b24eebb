import type { Scatterlist, ScatterlistEntry } from '../../../model/workload.ts';
import type { OpenDocument } from '../../../store/state.ts';

/** What each way to add entries is given. */
export interface FormProps {
  readonly document: OpenDocument;
  readonly list: Scatterlist;
  readonly onAdd: (entries: readonly ScatterlistEntry[], title?: string) => void;
  readonly onClose: () => void;
}
