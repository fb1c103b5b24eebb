import { NEWEST_ACCEPTED_ERA } from '../eras.ts';
import { kernelParameters } from './kernelParameters.ts';

/** Whether two command lines say the same about the IOMMU, whatever else they differ in. */
export function saySameOfIommu(a: string, b: string): boolean {
  return a === b || wordsOf(a) === wordsOf(b);
}

function wordsOf(text: string): string {
  const { iommu, defaultDomain, strict, intelIommu, amdIommu } = kernelParameters(
    text,
    NEWEST_ACCEPTED_ERA.features,
  );
  return JSON.stringify([iommu, defaultDomain, strict, intelIommu, amdIommu]);
}
