import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import type { Scatterlist } from '../../../model/workload.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';

interface Lit {
  /** What the engine said of this very list as it stands; `null` until it has. */
  readonly report: MappingReport | null;
  /** Is the entry pointed at, or does the output that is pointed at cover it? */
  readonly has: (entry: number) => boolean;
}

/** Which entries stand out, here and in all pictures of the mapping. */
export function useLitEntries({ revision }: OpenDocument, { id }: Scatterlist): Lit {
  const entry = usePeerlane((state) => state.mapping.entry);
  const output = usePeerlane((state) => state.mapping.output);
  const mapped = usePeerlane((state) => state.mapped);
  const isCurrent = mapped?.list === id && mapped.revision === revision;
  const report = isCurrent ? mapped.report : null;
  const pointed = output === null ? undefined : report?.mapping.outputs[output];
  return {
    report,
    has: (at) =>
      at === entry ||
      (pointed !== undefined && at >= pointed.first && at < pointed.first + pointed.count),
  };
}
