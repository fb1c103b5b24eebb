import type {
  FlowReport,
  LinkReport,
  ThroughputReport,
} from '../../../engine/flows/throughputReport.ts';
import { percent } from '../flow/percent.ts';
import { refusedBy } from '../list/flowRows.ts';
import { rateFigure, timeWords } from '../words/rateWords.ts';

/** As mail is quoted: nothing is wider. */
const COLUMNS = 78;
const RATE = 8;
/** Names longer than this leave no room for what holds a flow back. */
const LONGEST_NAME = 30;
/** Links that carry less than this of what they could are no news. */
const BUSY = 0.5;
const MOST_LINKS = 12;

interface Row {
  readonly name: string;
  readonly rate: string;
  readonly words: string;
}

/** What the flows get, for a mail: 78 columns, plain letters. */
export function flowsText(report: ThroughputReport, head: readonly string[]): string {
  const { flows, groups, links, warnings } = report;
  const rows: readonly Row[] = [
    ...flows.filter(({ group }) => group === null).map(flowRow),
    ...groups.flatMap((group) => [
      {
        name: group.title,
        rate: rateFigure(group.bytesPerSecond),
        words: [
          group.makespanUs === null ? '' : `${timeWords(group.makespanUs * 1000)}; `,
          group.limit?.where ?? 'nothing known',
        ].join(''),
      },
      ...flows
        .filter((flow) => flow.group === group.id)
        .map((flow) => ({ ...flowRow(flow), name: `  ${flow.title}` })),
    ]),
  ];
  const blocks = [
    head.flatMap((line) => wrapped(line, COLUMNS, '')),
    table({ name: 'Flow', rate: 'GB/s', words: 'held back by' }, rows),
    busyLinks(links),
    warnings.flatMap(({ text }) => wrapped(`! ${text}`, COLUMNS, '  ')),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${plain(text.join('\n\n'))}\n`;
}

function flowRow(flow: FlowReport): Row {
  const { title, bytesPerSecond, isUpperBound, limit } = flow;
  const refusal = refusedBy(flow);
  const words = [
    refusal === 'fabric' ? 'refused: ' : refusal === 'linux' ? 'Linux refuses; ' : '',
    limit?.where ?? 'nothing known',
  ];
  return {
    name: title,
    rate: `${isUpperBound ? '<=' : ''}${rateFigure(bytesPerSecond)}`,
    words: words.join(''),
  };
}

function busyLinks(links: readonly LinkReport[]): readonly string[] {
  const busy = links
    .flatMap((link) => (['up', 'down'] as const).map((way) => ({ link, way, use: link[way] })))
    .filter(({ use }) => use.utilisation >= BUSY)
    .toSorted((a, b) => b.use.utilisation - a.use.utilisation)
    .slice(0, MOST_LINKS);
  return table(
    { name: 'Link', rate: 'GB/s', words: 'full' },
    busy.map(({ link, way, use }) => ({
      name: `${link.title} ${way}`,
      rate: rateFigure(use.bytesPerSecond),
      words: percent(use.utilisation),
    })),
  );
}

function table(head: Row, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const name = Math.min(
    LONGEST_NAME,
    Math.max(...[head, ...rows].map((row) => plain(row.name).length)),
  );
  const room = COLUMNS - name - RATE - 3;
  return [head, ...rows].flatMap((row) => {
    const [first = '', ...others] = wrapped(plain(row.words), room, '');
    const start = `${squeezed(plain(row.name), name).padEnd(name)} ${row.rate.padStart(RATE)}`;
    const indent = ' '.repeat(start.length + 2);
    return [`${start}  ${first}`.trimEnd(), ...others.map((line) => indent + line)];
  });
}

/** Mail programs count these as they like. */
function plain(text: string): string {
  return text
    .replaceAll('⇄', '<->')
    .replaceAll('→', '->')
    .replaceAll('–', '-')
    .replaceAll('µ', 'u');
}

function squeezed(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}~`;
}

/** Words in lines of a width; lines after the first have an indent. */
function wrapped(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
