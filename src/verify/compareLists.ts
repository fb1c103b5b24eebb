import type { DmaMapping, DmaOutput, DmaSpace } from '../engine/dma/dmaMapping.ts';
import type { DerivedList } from './deriveLists.ts';
import type { GoldenMappedList, GoldenOutput } from './goldenLists.ts';
import { rulesOfList } from './rulesOfList.ts';
import type { Tally } from './tally.ts';

/** What a case has for a refused list where the kernel returns 0 entries, for want of an errno. */
const ZERO_ENTRIES = -5;
/** IOVAs are given out by the page. */
const PAGE = 4096;
/** Bounce buffers lie below. */
const FOUR_GIB = 2 ** 32;

/**
 * List by list: the same error, or the same DMA entries.
 *
 * - Lengths, bus addresses, physical addresses and addresses left unwritten are compared as they are.
 * - IOVAs depend on what was mapped before. Where the domain's whole history is known they are compared
 *   as they are, else with the first of their list: the range is where the kernel put it, and everything
 *   in it has to be where we say. It has to be a place that the allocator could have given.
 * - Bounce buffers are somewhere below 4 GiB.
 */
export function compareLists(
  tally: Tally,
  told: readonly (GoldenMappedList | null)[],
  derived: readonly DerivedList[],
): void {
  derived.forEach((ours, index) => {
    const answer = told[index] ?? null;
    if (answer?.kind === 'skipped') return;
    const { id, client, entries } = ours.list;
    const about = `${id}: ${entries.length} entries for ${client}`;
    if (answer === null) {
      tally.check('lists', about, 'not told', errnoText(shownErrno(ours.mapping)));
      return;
    }
    const isRight = answer.errno === shownErrno(ours.mapping) && sameOutputs(answer.outputs, ours);
    tally.note('lists', about, isRight, toldText(answer), derivedText(ours));
    count(tally, answer.outputs, ours);
    for (const id of rulesOfList(ours)) {
      tally.listRules.set(id, (tally.listRules.get(id) ?? 0) + 1);
    }
  });
  if (told.length !== derived.length) {
    tally.check('lists', 'all lists', told.length, derived.length);
  }
}

/** The errno as a case has it. */
function shownErrno({ errno, returns }: DmaMapping): number | string {
  if (errno === 0 || returns === 'errno') return errno;
  return returns === 'zero' ? ZERO_ENTRIES : returns;
}

function sameOutputs(told: readonly GoldenOutput[], ours: DerivedList): boolean {
  const { outputs } = ours.mapping;
  if (told.length !== outputs.length) return false;
  const shift = ours.isAbsolute ? 0 : iovaShift(told, ours);
  return (
    shift !== null &&
    outputs.every((output, index) => {
      const theirs = told[index];
      return theirs !== undefined && sameOutput(theirs, output, shift);
    })
  );
}

function sameOutput(told: GoldenOutput, ours: DmaOutput, shift: number): boolean {
  if (told.length !== ours.length) return false;
  if (told.isBus !== null && told.isBus !== (ours.space === 'BUS')) return false;
  if (told.address === null || ours.address === null) return told.address === ours.address;
  switch (ours.space) {
    case 'BUS':
    case 'PHYS':
      return told.isOfEntry && told.address === ours.address;
    case 'IOVA':
      return !told.isOfEntry && told.address === ours.address + shift;
    case 'SWIOTLB':
      return !told.isOfEntry && told.address + told.length <= FOUR_GIB;
    case 'VADDR':
      return false;
  }
}

/**
 * How far the kernel's range lies from ours; `null` where it could not lie there: the allocator gives
 * out ranges that begin at a multiple of their size, rounded up to a power of two, and that the
 * client can send.
 */
function iovaShift(
  told: readonly GoldenOutput[],
  { mapping: { outputs, iova }, list }: DerivedList,
): number | null {
  const first = outputs.findIndex(({ space }) => space === 'IOVA');
  const [theirs, ours, range] = [told[first], outputs[first], iova[0]];
  if (first < 0) return 0;
  if (theirs?.address == null || ours?.address == null || range === undefined) return null;
  const shift = theirs.address - ours.address;
  const base = range.base + shift;
  const alignment = 2 ** Math.ceil(Math.log2(Math.max(range.size, PAGE)));
  const isInReach = base > 0 && base + range.size <= 2 ** list.maskBits;
  return isInReach && base % alignment === 0 ? shift : null;
}

/** What a DMA entry of the kernel's is known to be. */
function count(
  tally: Tally,
  told: readonly GoldenOutput[],
  { mapping, list, isAbsolute, isTranslated }: DerivedList,
): void {
  const { lists } = tally;
  const number = (space: DmaSpace) =>
    mapping.outputs.filter((each) => each.space === space && each.address !== null).length;
  lists.lists++;
  if (mapping.errno !== 0) lists.refused++;
  if (mapping.errno === 0 && mapping.outputs.length < list.entries.length) lists.joined++;
  if (isAbsolute && mapping.iova.length > 0) lists.absolute++;
  lists.outputs += told.length;
  lists.iova += number('IOVA');
  lists.bounced += number('SWIOTLB');
  lists.unwritten += told.filter(({ address }) => address === null).length;
  mapping.outputs.forEach(({ space, first }, index) => {
    const isPeer = (list.entries[first]?.provider ?? null) !== null;
    if (!isPeer || (space !== 'BUS' && space !== 'PHYS')) return;
    if (told[index]?.isBus === null && !isTranslated) lists.wayNotShown++;
    else if (space === 'BUS') lists.bus++;
  });
}

const errnoText = (errno: number | string): string => (errno === 0 ? 'mapped' : `error ${errno}`);

function toldText({ errno, outputs }: GoldenMappedList & { kind: 'answered' }): string {
  if (errno !== 0) return errnoText(errno);
  return outputs
    .map(({ address, length, isBus, isOfEntry }) => {
      const space = isBus === true ? 'BUS' : isOfEntry ? 'an entry’s' : 'given';
      return `${placeText(address, length)} ${space}`;
    })
    .join(', ');
}

function derivedText({ mapping, isAbsolute }: DerivedList): string {
  if (mapping.errno !== 0) return errnoText(shownErrno(mapping));
  const how = isAbsolute ? '' : ' (IOVAs may lie elsewhere)';
  const outputs = mapping.outputs.map(
    ({ address, length, space }) => `${placeText(address, length)} ${space}`,
  );
  return `${outputs.join(', ')}${how}`;
}

const placeText = (address: number | null, length: number): string =>
  `${address === null ? 'unwritten' : address.toString(16)}+${length.toString(16)}`;
