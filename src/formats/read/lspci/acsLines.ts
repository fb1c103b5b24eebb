import { ACS_BITS, type AcsBit } from '../../../model/registers.ts';
import { putFact } from '../configSpace/functionFacts.ts';
import { flagSign } from './flagSigns.ts';
import type { LineReader } from './textDraft.ts';

/** lspci's names of the ACS bits, in the order of the word. */
const FLAGS: readonly (readonly [string, AcsBit])[] = [
  ['SrcValid', 'SV'],
  ['TransBlk', 'TB'],
  ['ReqRedir', 'RR'],
  ['CmpltRedir', 'CR'],
  ['UpstreamFwd', 'UF'],
  ['EgressCtrl', 'EC'],
  ['DirectTrans', 'DT'],
];

/** The low seven bits; `null` unless every bit is mentioned, as a cut line proves nothing. */
function parseFlags(text: string): number | null {
  let word = 0;
  for (const [name, bit] of FLAGS) {
    const sign = flagSign(text, name);
    if (sign === null) return null;
    if (sign) word |= ACS_BITS[bit];
  }
  return word;
}

export const readAcsCap: LineReader = (value, draft, line) => {
  const word = parseFlags(value);
  putFact(draft.facts, 'acs', true, line);
  if (word === null) return value.includes('SrcValid');
  putFact(draft.facts, 'acsCapability', word, line);
  if ((word & ACS_BITS.EC) === 0) putFact(draft.facts, 'egressVector', null, line);
  return true;
};

export const readAcsCtl: LineReader = (value, draft, line) => {
  const word = parseFlags(value);
  putFact(draft.facts, 'acs', true, line);
  if (word !== null) putFact(draft.facts, 'acsControl', word, line);
  return word !== null || value.includes('SrcValid');
};
