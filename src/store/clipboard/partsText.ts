import type { Fragment } from '../../build/fragment.ts';
import { blankMachine } from '../../model/blank.ts';
import { lexLine } from '../../sketch/lexLine.ts';
import { writeSketch } from '../../sketch/writeSketch.ts';

/** The first words of a text of parts: by them, a text with a host bridge is no whole machine. */
export const PARTS_HEADING = '# Parts from Peerlane:';

/** Statements about a machine as a whole. */
const OF_MACHINE: ReadonlySet<string> = new Set(['machine', 'cpu', 'kernel', 'iommu', 'acs']);

/** Parts as text for people: the lines of a sketch, without those of what stands in for the rest. */
export function partsText({ machine, holder }: Fragment, words: string): string {
  const blank = blankMachine(machine.origin, '');
  // The holder is the first host bridge, and nothing else stands before the parts on it.
  const label = holder === null ? null : freeName(machine.functions.map((fn) => fn.label));
  const hostBridges = machine.hostBridges.map((host) =>
    host.id === holder ? { ...host, label, numaNode: null } : host,
  );
  // Which memory is near follows from the place that they come to.
  const functions = machine.functions.map((fn) =>
    holder === null ? fn : { ...fn, numaNode: null },
  );
  const { text } = writeSketch({
    ...machine,
    hostBridges,
    functions,
    name: '',
    settings: blank.settings,
    placements: [],
    sketch: null,
  });
  const lines: string[] = [];
  let isInHolder = false;
  for (const line of text.split('\n')) {
    const { indent, words: found } = lexLine(line);
    const [first, second] = found;
    if (first && indent === 0) {
      if (OF_MACHINE.has(first.text)) continue;
      isInHolder = label !== null && first.text === 'host' && second?.value === label;
      if (isInHolder) continue;
    }
    lines.push(isInHolder ? line.slice(2) : line);
  }
  const body = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `${PARTS_HEADING} ${words}\n${body}\n`;
}

/** A name that no part has. */
function freeName(taken: readonly (string | null)[]): string {
  let name = 'parts-holder';
  while (taken.includes(name)) name = `${name}-`;
  return name;
}
