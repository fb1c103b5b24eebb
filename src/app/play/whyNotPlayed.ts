import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import { errnoWords } from '../../layout/mapping/mappingWords.ts';

/** Why no request to an output can be played; `null`: one can. */
export function whyNotPlayed(
  { mapping, wire }: Pick<MappingReport, 'mapping' | 'wire'>,
  output: number,
): string | null {
  if (mapping.errno !== 0) {
    return `The list is refused with ${errnoWords(mapping.errno)}: nothing leaves the device.`;
  }
  const found = mapping.outputs[output];
  if (!found) return 'The list has no outputs.';
  const name = `Output ${output + 1}`;
  if (found.space === 'VADDR') {
    return `${name} is a kernel address: it never leaves the CPU, and no device can send it.`;
  }
  if (found.address === null) {
    return `${name} has no address: the kernel reports success and wrote none.`;
  }
  const end = wire.find((each) => each.output === output);
  if (!end) return `${name} fares as the others of its kind do: play one of the first.`;
  return end.walk !== null && end.walk.hops.length > 0 ? null : end.text;
}
