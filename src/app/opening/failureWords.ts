import { formatCount } from '../../parts/verdictWords.ts';

export const EXPECTED =
  'The output of lspci: a line such as “03:00.0 Non-Volatile memory controller …” for each function, best with its registers below (lspci -vvvnnxxxx); or a file that Peerlane saved.';

const SHOWN = 60;

/** "3 lines, beginning with “hello”." */
export function foundText(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (first === '') return 'Nothing but blank space.';
  const count = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const printable = first.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '·');
  const shown = printable.length > SHOWN ? `${printable.slice(0, SHOWN)}…` : printable;
  return `${count === 1 ? 'One line' : `${formatCount(count)} lines`}, beginning with “${shown}”.`;
}
