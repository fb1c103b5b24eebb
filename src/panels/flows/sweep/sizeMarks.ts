import type { FlowCurves } from '../../../engine/flows/throughputReport.ts';
import { sizeWords } from '../chart/sizeWords.ts';
import type { SizeMark } from './layOutSweep.ts';

/** Where packets of the flow are cut, so that teeth are known for what they are. */
export function sizeMarks({ cuts }: Pick<FlowCurves, 'cuts'>): readonly SizeMark[] {
  if (!cuts) return [];
  const { maxPayload, maxReadRequest } = cuts;
  const payload = { bytes: maxPayload, words: `MPS ${sizeWords(maxPayload)}` };
  if (maxReadRequest === null) return [payload];
  return [payload, { bytes: maxReadRequest, words: `MRRS ${sizeWords(maxReadRequest)}` }];
}
