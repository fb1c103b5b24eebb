import { UNKNOWN } from '../../base/unknown.ts';
import { pciBridgeHasAcsRedir } from '../p2pdma/pciBridgeHasAcsRedir.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { counted } from './words.ts';

/**
 * Functions of which the ACS words decide and are not shown; said once for all. On a drawing they are
 * functions of parts that the catalogue does not know them of.
 */
export function hiddenAcs({ machine, isDrawn }: Look): readonly Finding[] {
  const hidden = machine.functions.filter((fn) => pciBridgeHasAcsRedir(fn) === 'unknown');
  if (hidden.length === 0) return [];
  const count = counted(hidden.length, 'function');
  const parts = hidden.map(({ id }) => id);
  if (isDrawn) {
    return [
      {
        severity: 'note',
        text: `The ACS words of ${count} are not known.`,
        hint: 'Say them in the text: acs= (what is on; acs=- for none) and acscap= (what there is) on the line of the part, on that of a switch for all its downstream ports; or choose a part of the catalogue of which they are known.',
        parts,
      },
    ];
  }
  return [
    {
      severity: 'warning',
      text: `The input does not show the ACS words of ${count}.`,
      hint: 'Run lspci as root with -vvv or -xxxx: sudo lspci -vvvnnxxxx.',
      parts,
    },
  ];
}

/** Functions of which the input does not show what is above; said once for all. */
export function hiddenParents({ machine, isDrawn }: Look): readonly Finding[] {
  const hidden = machine.functions.filter((fn) => fn.parent === UNKNOWN);
  if (hidden.length === 0) return [];
  if (isDrawn) {
    return [
      {
        severity: 'warning',
        text: `It is left open which bridge is above ${counted(hidden.length, 'function')}, so there is no number and no verdict for ${hidden.length === 1 ? 'it' : 'them'}.`,
        hint: 'Write them below a host or a port, and not below orphans.',
        parts: hidden.map(({ id }) => id),
      },
    ];
  }
  return [
    {
      severity: 'warning',
      text: `The input does not show which bridge is above ${counted(hidden.length, 'function')}.`,
      hint: 'Take the dump of the whole machine, with -v or -x at least.',
      parts: hidden.map(({ id }) => id),
    },
  ];
}
