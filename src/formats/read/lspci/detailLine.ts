import { readAcsCap, readAcsCtl } from './acsLines.ts';
import { readBusLine, readCardBusWindow, windowReader } from './bridgeLines.ts';
import { readCapability } from './capabilityLine.ts';
import {
  readDevCap,
  readDevCtl,
  readDevCtl2,
  readExpress,
  readLnkCap,
  readLnkCtl,
  readLnkCtl2,
  readLnkSta,
  readSlotNumber,
} from './expressLines.ts';
import {
  readAriCap,
  readAtsCtl,
  readIovCtl,
  readVfNumbers,
  readVfOffset,
} from './extendedLines.ts';
import {
  readControl,
  readDriver,
  readFlags,
  readIommuGroup,
  readModules,
  readNumaNode,
  readPhysicalSlot,
  readStatus,
  readSubsystem,
} from './platformLines.ts';
import { readRegionLine } from './regionLines.ts';
import { blankTextDraft, type LineReader, type TextDraft } from './textDraft.ts';

/**
 * Scripts print the capability's line without its place. Only with what ends such a line: a header
 * that was broken before the words `Express Root Port 1` begins the same way.
 */
const readBareExpress: LineReader = (text, draft, line) =>
  /\(Slot[+-]\)|, (?:MSI|IntMsgNum) /.test(text) && readExpress(text, draft, line);

const readSltCap: LineReader = (value, draft, line) =>
  readSlotNumber(value, draft, line) || value.startsWith('Attn');

/** Before pciutils 3: `Link: Supported Speed 2.5Gb/s, Width x1, …, Port 1`, `Link: Speed …`. */
const readOldLink: LineReader = (value, draft, line) =>
  (value.startsWith('Supported') ? readLnkCap : readLnkSta)(value, draft, line);

const readOldDevice: LineReader = (value, draft, line) =>
  (value.startsWith('Supported') ? readDevCap : readDevCtl)(value, draft, line);

/** Lines that begin with a key and a colon. */
const KEYED: ReadonlyMap<string, LineReader> = new Map([
  ['Subsystem', readSubsystem],
  ['Control', readControl],
  ['Status', readStatus],
  ['Flags', readFlags],
  ['Physical Slot', readPhysicalSlot],
  ['NUMA node', readNumaNode],
  ['IOMMU group', readIommuGroup],
  ['Kernel driver in use', readDriver],
  ['Kernel modules', readModules],
  ['Bus', readBusLine],
  ['I/O behind bridge', windowReader('io')],
  ['Memory behind bridge', windowReader('memory')],
  ['Prefetchable memory behind bridge', windowReader('prefetchable')],
  ['Memory window 0', readCardBusWindow],
  ['Memory window 1', readCardBusWindow],
  ['I/O window 0', readCardBusWindow],
  ['I/O window 1', readCardBusWindow],
  ['Capabilities', readCapability],
  ['DevCap', readDevCap],
  ['DevCtl', readDevCtl],
  ['DevCtl2', readDevCtl2],
  ['LnkCap', readLnkCap],
  ['LnkSta', readLnkSta],
  ['LnkCtl', readLnkCtl],
  ['LnkCtl2', readLnkCtl2],
  ['SltCap', readSltCap],
  ['Link', readOldLink],
  ['Device', readOldDevice],
  ['ACSCap', readAcsCap],
  ['ACSCtl', readAcsCtl],
  ['ARICap', readAriCap],
  ['ATSCtl', readAtsCtl],
  ['IOVCtl', readIovCtl],
  ['VF offset', readVfOffset],
]);

/** Lines whose value matters and that have no key in front, or one inside the value. */
const PREFIXED: readonly (readonly [string, LineReader])[] = [
  ['Region ', readRegionLine],
  ['Memory at ', readRegionLine],
  ['I/O ports at ', readRegionLine],
  ['Expansion ROM at ', readRegionLine],
  ['[virtual] ', readRegionLine],
  ['MaxPayload ', readDevCtl],
  ['RlxdOrd', readDevCtl],
  ['10BitTagReq', readDevCtl2],
  ['Slot #', readSlotNumber],
  ['Initial VFs:', readVfNumbers],
  ['Express ', readBareExpress],
  [
    '!!! Unknown header type',
    (_value, draft) => {
      draft.evidence.silent = true;
      return true;
    },
  ],
];
const PREFIXES_BY_LETTER = new Map<string, (readonly [string, LineReader])[]>();
for (const entry of PREFIXED) {
  const letter = entry[0].charAt(0);
  const list = PREFIXES_BY_LETTER.get(letter);
  if (list) list.push(entry);
  else PREFIXES_BY_LETTER.set(letter, [entry]);
}

/** Keys that lspci prints and of which nothing is kept; they tell its lines from other people's. */
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  (
    'DeviceName|Device tree node|Latency|Interrupt|Secondary status|BridgeCtl|BIST|DevCap2|DevSta|' +
    'LnkCap2|LnkSta2|LnkCtl3|LaneErrStat|SltCtl|SltSta|RootCap|RootCtl|RootSta|UESta|UEMsk|' +
    'UESvrt|CESta|CEMsk|AERCap|HeaderLog|RootCmd|ErrorSrc|ARICtl|ATSCap|IOVCap|IOVSta|PASIDCap|' +
    'PASIDCtl|PRICtl|PRISta|L1SubCap|L1SubCtl1|L1SubCtl2|PTMCap|PTMControl|DpcCap|DpcCtl|DpcSta|' +
    'Vector table|PBA|AtomicOpsCap|AtomicOpsCtl|Transmit Margin|McastCap|McastCtl|AFCap|AFCtrl|' +
    'AFStatus|Max snoop latency|Max no snoop latency|Supported Page Size|VF Migration|' +
    '16-bit legacy interface ports'
  ).split('|'),
);

interface Found {
  readonly reader: LineReader;
  readonly value: string;
}

const nothingToKeep: LineReader = () => true;

function findReader(text: string): Found | null {
  const colon = text.indexOf(':');
  if (colon > 0) {
    const key = text.slice(0, colon);
    const reader = KEYED.get(key);
    if (reader) return { reader, value: text.slice(colon + 1).trim() };
    if (KNOWN_KEYS.has(key)) return { reader: nothingToKeep, value: '' };
  }
  for (const [prefix, reader] of PREFIXES_BY_LETTER.get(text.charAt(0)) ?? []) {
    if (text.startsWith(prefix)) return { reader, value: text };
  }
  return null;
}

/**
 * Reads one line of a function's details. Told by its content alone: indentation, order and the
 * line before are what pastes lose first. False when it is not a line of lspci that is known.
 */
export function readDetailLine(text: string, draft: TextDraft, line: number): boolean {
  const found = findReader(text);
  return found?.reader(found.value, draft, line) ?? false;
}

/** Is this a line that lspci prints below a header? */
export function isKnownDetail(text: string): boolean {
  const found = findReader(text);
  return found?.reader(found.value, blankTextDraft(), 0) ?? false;
}
