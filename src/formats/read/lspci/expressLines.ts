import type { FunctionType } from '../../../model/pciFunction.ts';
import { putFact } from '../configSpace/functionFacts.ts';
import { canHaveSlot, hasLink, hasReadCompletionBoundary } from '../configSpace/portType.ts';
import { flagSign } from './flagSigns.ts';
import type { LineReader, TextDraft } from './textDraft.ts';

/** lspci's names of the Device/Port Types. The longer ones come first: one begins another. */
const TYPE_NAMES: readonly (readonly [string, FunctionType])[] = [
  ['Root Complex Integrated Endpoint', 'rciep'],
  ['Root Complex Event Collector', 'rcec'],
  ['Legacy Endpoint', 'legacy-endpoint'],
  ['Endpoint', 'endpoint'],
  ['Root Port', 'root-port'],
  ['Upstream Port', 'upstream'],
  ['Downstream Port', 'downstream'],
  ['PCI-Express to PCI/PCI-X Bridge', 'pcie-to-pci'],
  ['PCI/PCI-X to PCI-Express Bridge', 'pci-to-pcie'],
];

const EXPRESS = /^(?:PCI )?Express (?:\(v(\d{1,2})\) )?/;
const SPEED_AND_WIDTH =
  /Speed (?:([\d.]{1,5}) ?G[TB]\/s|unknown)[^,]{0,40}, Width (?:x(\d{1,2})|unknown)/i;
const PORT = /\bPort #?(\d{1,3})\b/;

/** `Express (v2) Root Port (Slot+), MSI 00`, `Express Endpoint, IntMsgNum 0` and older spellings. */
export function readExpress(text: string, draft: TextDraft, line: number): boolean {
  const match = EXPRESS.exec(text);
  if (!match) return false;
  const rest = text.slice(match[0].length);
  const { facts } = draft;
  putFact(facts, 'pcie', true, line);
  if (match[1] !== undefined) {
    putFact(facts, 'pcieVersion', Number(match[1]), line);
    if (Number(match[1]) < 2) putFact(facts, 'tenBitTags', false, line);
  }
  const type = TYPE_NAMES.find(([name]) => rest.startsWith(name))?.[1];
  if (type === undefined) return true;
  putFact(facts, 'type', type, line);
  putFact(facts, 'link', hasLink(type), line);
  if (hasLink(type) && match[1] === '1') putFact(facts, 'targetGts', null, line);
  if (!canHaveSlot(type)) putFact(facts, 'slotImplemented', false, line);
  else if (rest.includes('(Slot+)')) putFact(facts, 'slotImplemented', true, line);
  else if (rest.includes('(Slot-)')) putFact(facts, 'slotImplemented', false, line);
  return true;
}

const sizeAfter = (text: string, name: string): number | null => {
  const at = text.indexOf(`${name} `);
  const bytes =
    at < 0 ? Number.NaN : Number.parseInt(text.slice(at + name.length + 1, at + 24), 10);
  return Number.isInteger(bytes) && bytes >= 128 && bytes <= 4096 ? bytes : null;
};

export const readDevCap: LineReader = (value, draft, line) => {
  const size = sizeAfter(value, 'MaxPayload');
  if (size !== null) putFact(draft.facts, 'maxPayloadSupported', size, line);
  return true;
};

/** The lines of DevCtl are told by their content: they may stand below the key or beside it. */
export const readDevCtl: LineReader = (value, draft, line) => {
  const { facts } = draft;
  if (value.includes('MaxReadReq')) {
    const payload = sizeAfter(value, 'MaxPayload');
    const request = sizeAfter(value, 'MaxReadReq');
    if (payload !== null) putFact(facts, 'maxPayload', payload, line);
    if (request !== null) putFact(facts, 'maxReadRequest', request, line);
  }
  const relaxed = flagSign(value, 'RlxdOrd');
  if (relaxed !== null) {
    putFact(facts, 'relaxedOrdering', relaxed, line);
    const tags = flagSign(value, 'ExtTag');
    const noSnoop = flagSign(value, 'NoSnoop');
    if (tags !== null) putFact(facts, 'extendedTags', tags, line);
    if (noSnoop !== null) putFact(facts, 'noSnoop', noSnoop, line);
  }
  return true;
};

export const readDevCtl2: LineReader = (value, draft, line) => {
  const tags = flagSign(value, '10BitTagReq');
  if (tags !== null) putFact(draft.facts, 'tenBitTags', tags, line);
  return true;
};

export const readLnkCap: LineReader = (value, draft, line) => {
  const port = PORT.exec(value);
  if (port) putFact(draft.facts, 'portNumber', Number(port[1]), line);
  const match = SPEED_AND_WIDTH.exec(value);
  if (!match) return port !== null;
  if (match[1] !== undefined) putFact(draft.facts, 'capableGts', Number(match[1]), line);
  if (match[2] !== undefined) putFact(draft.facts, 'capableWidth', Number(match[2]), line);
  return true;
};

export const readLnkSta: LineReader = (value, draft, line) => {
  const match = SPEED_AND_WIDTH.exec(value);
  if (!match) return false;
  if (match[1] !== undefined) putFact(draft.facts, 'currentGts', Number(match[1]), line);
  if (match[2] !== undefined) putFact(draft.facts, 'currentWidth', Number(match[2]), line);
  return true;
};

export const readLnkCtl: LineReader = (value, draft, line) => {
  const match = /\bRCB (64|128) bytes/.exec(value);
  const type = draft.facts.type?.value;
  if (match && (type === undefined || hasReadCompletionBoundary(type))) {
    putFact(draft.facts, 'readCompletionBoundary', Number(match[1]), line);
  }
  return true;
};

export const readLnkCtl2: LineReader = (value, draft, line) => {
  const match = /Target Link Speed: ([\d.]{1,5}) ?GT\/s/.exec(value);
  if (match) putFact(draft.facts, 'targetGts', Number(match[1]), line);
  return value.startsWith('Target');
};

/** `Slot #1, PowerLimit 75.000W; Interlock- NoCompl+`, below SltCap. */
export const readSlotNumber: LineReader = (value, draft, line) => {
  const match = /Slot #(\d{1,5})/.exec(value);
  if (match) putFact(draft.facts, 'slotNumber', Number(match[1]), line);
  return match !== null;
};
