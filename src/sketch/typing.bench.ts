import { bench, describe } from 'vitest';
import { settle } from '../build/settle.ts';
import { highlightLine } from './highlightLine.ts';
import { readSketch } from './readSketch.ts';
import { suggestAt } from './suggestAt.ts';
import { updateSketch } from './updateSketch.ts';

/** A machine of about that many lines: sixteen devices below each switch. */
function textOf(lines: number): string {
  const all = ['machine "large"', 'socket 0'];
  for (let host = 0; all.length < lines; host++) {
    all.push(`  host h${host} 1022:14a4`);
    for (let port = 0; port < 4 && all.length < lines; port++) {
      const name = `${host}_${port}`;
      all.push(`    rp${name}: port gen5 x16`, `      sw${name}: switch gen5 x16 acs=SV,RR`);
      for (let card = 0; card < 16 && all.length < lines; card++) {
        all.push(`        gpu${name}_${card}: gpu gen5 x16 bar=16G   # card ${card}`);
      }
    }
  }
  return `${all.join('\n')}\n`;
}

const TEXT = textOf(1000);
const LINES = TEXT.split('\n');
const MACHINE = { ...settle(readSketch(TEXT, null).machine).machine, sketch: TEXT };
const RENAMED = {
  ...MACHINE,
  functions: MACHINE.functions.map((fn) => (fn.id === 'gpu0_1_3' ? { ...fn, label: 'x' } : fn)),
};

describe('a text of 1,000 lines', () => {
  bench('read, with its document', () => void readSketch(TEXT, MACHINE));
  bench('settled after a key', () => void settle(readSketch(TEXT, MACHINE).machine));
  bench('brought into step with a rename', () => void updateSketch(TEXT, RENAMED));
  bench('suggestions at its end', () => void suggestAt(TEXT, TEXT.length));
  bench('colours of sixty lines', () => {
    for (const line of LINES.slice(0, 60)) highlightLine(line);
  });
});
