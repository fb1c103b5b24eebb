import { UNKNOWN } from '../../base/unknown.ts';
import type { Machine } from '../../model/machine.ts';
import { hostTitle, rootBusName } from '../words/partNames.ts';
import type { ShownMap } from './addressRows.ts';

const MOST_NAMED = 4;

/** What the map cannot show because the input does not, in whole sentences. */
export function hiddenWords(machine: Machine, { unsized }: ShownMap): readonly string[] {
  const words: string[] = [];
  const hosts = machine.hostBridges.filter(({ windows }) => windows === UNKNOWN);
  if (hosts.length > 0) {
    const names = hosts
      .slice(0, MOST_NAMED)
      .map((host) => [hostTitle(host), rootBusName(host)].filter(Boolean).join(' '));
    const more = hosts.length > MOST_NAMED ? ` and ${hosts.length - MOST_NAMED} more` : '';
    words.push(
      `The input does not show the windows of ${names.join(', ')}${more}: between what lies there, space may be free or not.`,
    );
  }
  const without = machine.functions.filter(({ bars }) => bars === UNKNOWN).length;
  if (without > 0) {
    words.push(`The input does not show the BARs of ${counted(without, 'function')}.`);
  }
  if (unsized > 0) {
    words.push(
      `The input does not show how large ${counted(unsized, 'BAR')} ${unsized === 1 ? 'is' : 'are'}: only where they begin.`,
    );
  }
  return words;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
