import type { FabricComparison, FabricWalk, Hop, Place } from '../engine/report.ts';
import type { FunctionNames } from './functionNames.ts';

/** A line of plain output, and how far its continuation is set in. */
export interface IndentedLine {
  readonly text: string;
  readonly indent: number;
}

/** What the fabric does, as JSON shows it: functions by name, the other places by what they are. */
export function comparisonJson(
  { write, read, differences }: FabricComparison,
  name: FunctionNames,
) {
  return { write: walkJson(write, name), read: walkJson(read, name), differences };
}

function walkJson(
  { question, hops, outcome, throughRoot, failure, assumed }: FabricWalk,
  name: FunctionNames,
) {
  return {
    address: question.address,
    outcome,
    throughRoot,
    failure,
    assumed,
    hops: hops.map(({ packet, at, action, to, rule, acs, text }) => ({
      packet,
      at: placeName(at, name),
      action,
      to: to === null ? null : placeName(to, name),
      rule,
      acs,
      text,
    })),
  };
}

/** Both walks in lines; a read that sets out like the write is told from its completion on. */
export function comparisonLines(
  { write, read }: FabricComparison,
  name: FunctionNames,
): readonly IndentedLine[] {
  const isSameWay =
    read.hops.length > 0 &&
    write.hops.every((hop, index) => isAlike(hop, read.hops[index])) &&
    read.hops.length > write.hops.length;
  const back = read.hops.slice(write.hops.length);
  return [
    { text: `A write: ${outcomeWords(write)}`, indent: 2 },
    ...hopLines(write.hops, name),
    { text: `A read: ${outcomeWords(read)}`, indent: 2 },
    ...(isSameWay
      ? [
          { text: '  The request goes the same way; its completion:', indent: 2 },
          ...hopLines(back, name),
        ]
      : hopLines(read.hops, name)),
  ];
}

function hopLines(hops: readonly Hop[], name: FunctionNames): readonly IndentedLine[] {
  return hops.map(({ at, action, acs, text }) => {
    const bits = acs === '' ? '' : ` (${acs})`;
    return { text: `  ${placeName(at, name)} ${action}${bits}: ${text}`, indent: 6 };
  });
}

function outcomeWords({ outcome, failure, hops }: FabricWalk): string {
  switch (outcome) {
    case 'completed':
      return 'arrives.';
    case 'refused':
      return `refused. ${failure ?? ''}`.trim();
    case 'unknown':
      return hops.at(-1)?.action === 'delivered'
        ? 'arrives if the root complex forwards, which nothing promises.'
        : 'ends where nothing shows how it goes on.';
  }
}

function isAlike(a: Hop, b: Hop | undefined): boolean {
  return (
    b !== undefined &&
    a.action === b.action &&
    a.acs === b.acs &&
    JSON.stringify(a.at) === JSON.stringify(b.at)
  );
}

function placeName(place: Place, name: FunctionNames): string {
  switch (place.kind) {
    case 'function':
      return name(place.id);
    case 'root-complex':
      return 'root-complex';
    case 'memory':
      return 'memory';
    case 'iommu':
      return 'iommu';
  }
}
