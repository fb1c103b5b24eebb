import type { MappingShown } from '../../layout/mapping/mappingShown.ts';
import { type MappingUnit, mappingUnits } from '../../layout/mapping/mappingUnits.ts';
import {
  defectWords,
  errnoWords,
  lengthWords,
  REASONS_OF_ALL,
  reasonWords,
} from '../../layout/mapping/mappingWords.ts';

export interface MappingTextOptions {
  /** What stands above: the list and its client, the kernel and conditions. */
  readonly head: readonly string[];
  readonly nameOf: (provider: string) => string;
}

/** As mail is quoted: nothing is wider. */
const COLUMNS = 78;

interface Row {
  readonly number: string;
  readonly memory: string;
  readonly from: string;
  readonly sign: string;
  readonly space: string;
  readonly to: string;
  /** Said beside what goes out, above it. */
  readonly above: string;
  readonly below: readonly string[];
}

/** A mapped list for a mail: entries on the left, what goes out for them on the right, 78 columns. */
export function mappingText(shown: MappingShown, { head, nameOf }: MappingTextOptions): string {
  const said = new Set<string>();
  const rows = mappingUnits(shown).flatMap((unit) => rowsOf(shown, unit, said, nameOf));
  const widest = (of: (row: Row) => string) => Math.max(0, ...rows.map((row) => of(row).length));
  const [number, from, space, to] = [
    widest((row) => row.number),
    widest((row) => row.from),
    widest((row) => row.space),
    widest((row) => row.to),
  ];
  const others = number + from + space + to + 7;
  const memory = Math.max(
    4,
    Math.min(
      widest((row) => row.memory),
      COLUMNS - others,
    ),
  );
  const indent = ' '.repeat(number + memory + from + 6);
  const lines = rows.flatMap((row) => {
    const line = [
      row.number.padStart(number),
      squeezed(row.memory, memory).padEnd(memory),
      row.from.padEnd(from),
      row.sign.padEnd(2),
      row.space.padEnd(space),
      row.to,
    ];
    const beside = (words: string) => wrapped(words, COLUMNS - indent.length, indent);
    return [
      ...(row.above === '' ? [] : beside(`(${row.above})`)),
      line.join(' ').trimEnd(),
      ...row.below.flatMap((words) => beside(`! ${words}`)),
    ];
  });
  const top = head.flatMap((line) => wrapped(line, COLUMNS, ''));
  return `${[...top, ...rangeLines(shown), '', ...lines].join('\n')}\n`;
}

function rangeLines({ mapping, entries }: MappingShown): readonly string[] {
  const { errno, failedAt, iova, outputs } = mapping;
  if (errno !== 0) {
    const at = failedAt === null ? '' : ` at entry ${failedAt + 1}`;
    return [`${errnoWords(errno)}${at}: nothing is mapped, the list is as it was.`];
  }
  const counts = `${entries.length} entries in, ${outputs.length} out.`;
  if (iova.length === 0) return [counts];
  const ranges = iova.slice(0, 4).map(({ base, size, reserved }) => {
    const taken = reserved > size ? ` (${lengthWords(reserved)} taken)` : '';
    return `IOVA ${plain(base)} +${plain(size)}${taken}`;
  });
  const more = iova.length > 4 ? [`and ${iova.length - 4} more ranges`] : [];
  return [counts, ...ranges, ...more];
}

function rowsOf(
  shown: MappingShown,
  unit: MappingUnit,
  said: Set<string>,
  nameOf: (provider: string) => string,
): readonly Row[] {
  const { entries, mapping, addresses } = shown;
  const output = mapping.outputs[unit.output ?? -1];
  return unit.items.map(({ first, count }, index): Row => {
    const entry = entries[first];
    const isRun = count > 1;
    const row = {
      number: isRun ? '+' : String(first + 1),
      memory: entry?.kind === 'peer' ? nameOf(entry.provider ?? '') : 'RAM',
      from: isRun
        ? `${count} ${unit.isMixed ? 'more' : 'like these'}`
        : `${entry?.phys ?? ''} +${plain(entry?.length ?? 0)}`,
    };
    if (!output) {
      const isFailed = mapping.failedAt === first;
      const word = isFailed ? errnoWords(mapping.errno) : '';
      return { ...row, sign: isFailed ? '->' : '', space: word, to: '', above: '', below: [] };
    }
    if (index > 0) return { ...row, sign: ' |', space: '', to: '', above: '', below: [] };
    if (unit.outputs > 1) {
      return { ...row, sign: '->', space: '+', to: `${unit.outputs} more`, above: '', below: [] };
    }
    const address = addresses[unit.output ?? -1] ?? null;
    const isSaid = REASONS_OF_ALL.has(output.why) && said.has(output.why);
    said.add(output.why);
    return {
      ...row,
      sign: '->',
      space: output.space,
      to: `${address ?? 'not written'} +${plain(output.length)}`,
      above: isSaid ? '' : reasonWords(output.why, shown.device),
      below: output.defects.map(defectWords),
    };
  });
}

function plain(value: number): string {
  return `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;
}

function squeezed(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}~`;
}

/** Words in lines of a width, each with the same indent. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, indent + line];
}
