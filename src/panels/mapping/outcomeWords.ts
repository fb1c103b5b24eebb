import { type DmaMapping, ERRNO } from '../../engine/dma/dmaMapping.ts';
import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import type { FunctionId } from '../../model/ids.ts';

/** `-EREMOTEIO`; `null`: it went well. */
export function errnoName({ errno }: Pick<DmaMapping, 'errno'>): string | null {
  const found = Object.entries(ERRNO).find(([, value]) => value === errno);
  return found ? `-${found[0]}` : null;
}

/** `5 entries make 3 outputs.` or `-EREMOTEIO at entry 2: nothing is mapped.` */
export function outcomeWords(
  { client, entries, mapping }: Pick<MappingReport, 'client' | 'entries' | 'mapping'>,
  nameOf: (id: FunctionId) => string,
): string {
  if (mapping.returns === 'panic') return 'The kernel panics over this list.';
  const error = errnoName(mapping);
  if (error !== null) {
    const at = mapping.failedAt === null ? '' : ` at entry ${mapping.failedAt + 1}`;
    const seen = mapping.returns === 'zero' ? ', which the caller sees as 0' : '';
    return `${error}${at}${seen}: nothing is mapped.`;
  }
  if (entries.length === 0) return `The list for ${nameOf(client)} has no entries yet.`;
  const ins = entries.length === 1 ? '1 entry makes' : `${entries.length} entries make`;
  const outs = mapping.outputs.length === 1 ? '1 output' : `${mapping.outputs.length} outputs`;
  return `${ins} ${outs} for ${nameOf(client)}.`;
}
