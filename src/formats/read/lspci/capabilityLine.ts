import { putFact } from '../configSpace/functionFacts.ts';
import { readExpress } from './expressLines.ts';
import type { LineReader } from './textDraft.ts';

/** `[40]`, `[100]` or `[100 v1]`, then the name. */
const ENTRY = /^\[([\da-f]{2,3})( v\d{1,2})?\] ?(.*)$/i;
/** Where the two lists can have entries; lspci follows pointers that lead elsewhere. */
const LIST_START = 0x40;
const EXTENDED_START = 0x100;
const GIVEN_UP = /^<chain (?:looped|broken)>/;

/**
 * `Capabilities: [148 v1] Access Control Services`. Details may follow on lines of their own; this
 * one proves the presence, also with -v, which prints nothing else.
 */
export const readCapability: LineReader = (value, draft, line) => {
  const { evidence, facts } = draft;
  draft.inSriov = false;
  if (value.startsWith('<access denied>')) {
    evidence.capabilities = 'denied';
    return true;
  }
  if (GIVEN_UP.test(value)) {
    evidence.capabilities = 'broken';
    return true;
  }
  const match = ENTRY.exec(value);
  if (!match) return false;
  const offset = Number.parseInt(match[1] ?? '', 16);
  const extended = match[2] !== undefined || offset >= EXTENDED_START;
  const name = match[3] ?? '';
  if (evidence.capabilities === 'none') evidence.capabilities = 'listed';
  if (extended) evidence.extended = true;
  const strayed = offset < (extended ? EXTENDED_START : LIST_START);
  if (strayed || GIVEN_UP.test(name)) {
    if (extended) evidence.extendedBroken = true;
    else evidence.capabilities = 'broken';
    return true;
  }
  if (!extended) {
    readExpress(name, draft, line);
    return true;
  }
  if (name.startsWith('Access Control Services')) putFact(facts, 'acs', true, line);
  else if (name.startsWith('Alternative Routing-ID')) putFact(facts, 'ari', true, line);
  else if (name.startsWith('Address Translation Service')) putFact(facts, 'ats', true, line);
  else if (name.startsWith('Single Root I/O Virtualization')) {
    putFact(facts, 'sriov', true, line);
    draft.inSriov = true;
  }
  return true;
};
