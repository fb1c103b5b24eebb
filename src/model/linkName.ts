import { UNKNOWN } from '../base/unknown.ts';
import { formatAddress } from './address.ts';
import { DEVICE_KIND_WORDS, deviceKind } from './deviceKind.ts';
import type { LinkEnds } from './linkAbove.ts';
import { generationName, isDegraded, linkFigures, readLink } from './linkState.ts';
import type { PciFunction } from './pciFunction.ts';
import type { LinkState } from './registers.ts';

/** `Link root port 00:01.0 – GPU 01:00.0, Gen5 x16`: a link for people, by its ends. */
export function linkName(ends: LinkEnds): string {
  const runs = linkRuns(ends);
  return `Link ${upperEnd(ends)} – ${lowerEnd(ends)}${runs === '' ? '' : `, ${runs}`}`;
}

/** `root port 00:01.0` */
export function upperEnd({ upper }: LinkEnds): string {
  const type = upper.type === 'root-port' ? 'root port' : 'port';
  return `${type} ${calledShort(upper)}`;
}

/** `GPU 01:00.0`; by its own name where it has one. */
export function lowerEnd({ lower }: LinkEnds): string {
  if (lower.label !== null) return lower.label;
  const kind = deviceKind(lower);
  const word =
    lower.type === 'upstream' ? 'switch' : kind === 'other' ? '' : DEVICE_KIND_WORDS[kind].one;
  return `${word} ${calledShort(lower)}`.trim();
}

function calledShort({ label, address, id }: PciFunction): string {
  return label ?? (address ? formatAddress(address).split(':').slice(-2).join(':') : id);
}

/** `Gen5 x16`, `down`, `Gen4 x8, could be Gen5 x16`; what it could do where no more is shown. */
function linkRuns({ upper, lower }: LinkEnds): string {
  const current = linkFigures(lower, 'current') ?? linkFigures(upper, 'current');
  if (current?.width === 0) return 'down';
  const reading = readLink(lower, upper);
  if (reading && isDegraded(reading)) {
    return `${stateWords(reading.has)}, could be ${stateWords(reading.both)}`;
  }
  if (current) return stateWords(current);
  const capable = linkFigures(lower, 'capable') ?? linkFigures(upper, 'capable');
  return capable ? `at most ${stateWords(capable)}` : '';
}

function stateWords({ gts, width }: LinkState): string {
  const words = [gts === UNKNOWN ? '' : generationName(gts), width === UNKNOWN ? '' : `x${width}`];
  return words.join(' ').trim();
}
