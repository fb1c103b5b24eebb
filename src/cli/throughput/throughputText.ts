import { byteRate, threeDigits } from '../../base/byteRate.ts';
import type {
  CapReport,
  FlowLimit,
  FlowReport,
  GroupReport,
  ThroughputReport,
  ThroughputWarning,
} from '../../engine/flows/throughputReport.ts';
import { wrap } from '../text.ts';
import { type Column, tableLines } from './columns.ts';
import type { FlowNames } from './flowNames.ts';
import { linkLines } from './linkLines.ts';
import { rateCell } from './rateCell.ts';

/** Two less than a line may have. */
const COLUMNS = 78;

/** A report for people: flows with what limits them, groups, the links in use, caps, warnings. */
export function throughputText(
  report: ThroughputReport,
  name: FlowNames,
  assumed: readonly string[],
): string {
  const sections: readonly (readonly string[])[] = [
    [
      ...(report.under === '' ? [] : [wrapped(report.under, 0)]),
      ...assumed.map((text) => wrapped(`assumed: ${text}`, 9)),
    ],
    report.flows.length === 0 ? [NO_FLOWS] : flowLines(report.flows, name),
    report.groups.flatMap((group) => groupLines(group, name)),
    linkLines(report.links, COLUMNS),
    report.caps.filter(({ flows }) => flows.length > 0).map(capLine),
    report.warnings.map((warning) => warningLine(warning, name)),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const NO_FLOWS = 'No flows. A sketch has them in lines such as flow f0: gpu0 -> gpu1 write';

const wrapped = (text: string, indent: number): string => wrap(text, indent, COLUMNS);

function flowLines(flows: readonly FlowReport[], name: FlowNames): readonly string[] {
  const rows = flows.map((flow) => flowCells(flow, name));
  const remarked = new Map<string, string[]>();
  for (const { id, remarks } of flows) {
    for (const text of remarks) remarked.set(text, [...(remarked.get(text) ?? []), name(id)]);
  }
  const remarks = [...remarked].map(([text, ids]) => wrapped(`${ids.join(', ')}: ${text}`, 2));
  return [...tableLines(FLOW_COLUMNS, rows, COLUMNS), ...remarks];
}

const FLOW_COLUMNS: readonly Column[] = [
  { title: 'flow', most: 24 },
  { title: 'GB/s', most: 12, isNumber: true },
  { title: 'latency', isNumber: true },
  { title: 'held back by' },
];

function flowCells(flow: FlowReport, name: FlowNames): readonly (readonly string[])[] {
  const called = name(flow.id);
  const [first, ...others] = flow.streams;
  const title =
    called !== flow.title ? flow.title : first && others.length === 0 ? first.title : null;
  const ways = flow.bytesPerSecondEachWay;
  const latencies = flow.streams.flatMap(({ latencyNs }) => latencyNs ?? []);
  const { limit, next, bytesPerSecond } = flow;
  return [
    [title === null ? called : `${called}: ${title}`],
    [
      `${flow.isUpperBound && bytesPerSecond !== null ? '≤ ' : ''}${rateCell(bytesPerSecond)}`,
      ...(ways.length > 1 ? [waysText(ways)] : []),
    ],
    [latencies.length === 0 ? '' : `${Math.round(Math.max(...latencies))} ns`],
    [
      limit ? limitText(limit) : 'nothing that is known',
      ...(next ? [`then ${rateCell(next.bytesPerSecond)}: ${limitText(next)}`] : []),
    ],
  ];
}

function waysText(ways: readonly number[]): string {
  const figures = ways.map(rateCell);
  const [first] = figures;
  return figures.every((each) => each === first)
    ? `${figures.length} × ${first}`
    : figures.join(' + ');
}

/** The place of a link says that it is one; why something is refused has no place. */
function limitText({ kind, where, text }: FlowLimit): string {
  if (kind === 'refused') return `refused: ${text}`;
  const word = LIMIT_WORDS[kind] ?? kind.replaceAll('-', ' ');
  return kind === 'link' || where === word ? where : `${word}: ${where}`;
}

/** Where a kind's own name is no word for people. */
const LIMIT_WORDS: Partial<Readonly<Record<FlowLimit['kind'], string>>> = {
  'socket-link': 'between sockets',
  'pci-bus': 'PCI bus',
  iotlb: 'IOTLB',
  cpu: 'processor',
  partner: 'other leg',
};

function groupLines(group: GroupReport, name: FlowNames): readonly string[] {
  const { bytesPerSecond, steadyBytesPerSecond, makespanUs, limit, flows, sizeBytes } = group;
  const parts = [
    `${flows.length} flows of ${sizeText(sizeBytes)}`,
    ...(bytesPerSecond === null ? [] : [`${byteRate(bytesPerSecond)} in all`]),
    ...(makespanUs === null ? [] : [`the last is there after ${threeDigits(makespanUs)} µs`]),
    ...(steadyBytesPerSecond === null
      ? []
      : [`${byteRate(steadyBytesPerSecond)} while all are under way`]),
  ];
  return [
    wrapped(`group ${name(group.id)} (${group.pattern}): ${parts.join(', ')}`, 2),
    ...(limit ? [wrapped(`  held back by ${limitText(limit)}`, 4)] : []),
    ...group.remarks.map((text) => wrapped(`  ${text}`, 4)),
  ];
}

const SIZES = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

function sizeText(bytes: number): string {
  const [unit, word] = SIZES.find(([each]) => bytes >= each && bytes % each === 0) ?? [1, 'B'];
  return `${bytes / unit} ${word}`;
}

function capLine({ title, capacity, bytesPerSecond, source }: CapReport): string {
  const of = capacity === null ? ', no figure known' : ` of ${byteRate(capacity)}`;
  const from = source === null ? '' : ` (${source.title}, ${source.quality})`;
  return wrapped(`${title}: ${byteRate(bytesPerSecond)}${of}${from}`, 2);
}

const WARNING_WORDS = {
  pathology: 'hardware may do worse',
  advice: 'hint',
  refused: 'refused',
} as const;

function warningLine({ kind, text, flows, source }: ThroughputWarning, name: FlowNames): string {
  const whose = flows.length === 0 ? '' : ` [${flows.map(name).join(', ')}]`;
  const from = source === null ? '' : ` (${source.title}, ${source.quality})`;
  return wrapped(`${WARNING_WORDS[kind]}: ${text}${from}${whose}`, 2);
}
