import { type TermWords, termsOf } from '../../terms/termsOf.ts';

const WORDS: TermWords = [
  ['Max_Read_Request_Size', 'mrrs'],
  ['Max_Payload_Size', 'mps'],
  ['header credits', 'credits'],
  ['IOTLB entries', 'iotlb'],
  ['IOTLB', 'iotlb'],
  ['line code', 'lineCode'],
  ['credits', 'credits'],
  ['DLLPs', 'dllp'],
  ['DLLP', 'dllp'],
  ['MRRS', 'mrrs'],
  ['tags', 'tags'],
  ['RCB', 'rcb'],
  ['MPS', 'mps'],
  ['SKP', 'skp'],
  ['ACS', 'acs'],
  ['η', 'linkEfficiency'],
  ['K', 'dllpsPerTlp'],
];

/** Sentences about flows in their parts: where terms of art stand, and what each means. */
export const flowTerms = termsOf(WORDS);
