import type { MappingShown, ShownOutput } from './mappingShown.ts';
import {
  addressWords,
  defectWords,
  errnoWords,
  lengthWords,
  reasonWords,
  SPACE_WORDS,
} from './mappingWords.ts';

/** An entry of the list in words, with what goes out for it. */
export interface MappingLineWords {
  readonly entry: number;
  readonly memory: string;
  readonly wire: string;
  readonly why: string;
}

/** The picture as a table: a line for each entry, up to so many. */
export function mappingLines(
  shown: MappingShown,
  nameOf: (provider: string) => string,
  most: number,
): readonly MappingLineWords[] {
  const { entries, mapping } = shown;
  const outputOf: number[] = [];
  for (const [index, { first, count }] of mapping.outputs.entries()) {
    if (first >= most) break;
    for (let at = first; at < Math.min(first + count, most); at++) outputOf[at] = index;
  }
  return entries.slice(0, most).map(({ kind, phys, length, provider, mapType }, entry) => {
    const what = kind === 'ram' ? 'RAM' : `${nameOf(provider ?? '')} (${mapType ?? 'not known'})`;
    const memory = `${what}, ${lengthWords(length)} at ${addressWords(phys)}`;
    const index = outputOf[entry];
    const output = index === undefined ? undefined : mapping.outputs[index];
    if (index === undefined || !output) {
      const failed = mapping.failedAt === entry ? errnoWords(mapping.errno) : 'restored';
      return { entry, memory, wire: mapping.errno === 0 ? '' : 'nothing', why: failed };
    }
    return { entry, memory, ...wireWords(shown, entry, index, output) };
  });
}

function wireWords(shown: MappingShown, entry: number, index: number, output: ShownOutput) {
  const address = shown.addresses[index] ?? null;
  if (entry !== output.first) {
    return { wire: `continues DMA entry ${index + 1}`, why: 'it joins the one before' };
  }
  const { words } = SPACE_WORDS[output.space];
  const where = address === null ? `${words}, not written` : `${words} ${addressWords(address)}`;
  const defects = output.defects.map(defectWords);
  return {
    wire: `DMA entry ${index + 1}: ${where}, ${lengthWords(output.length)}`,
    why: [reasonWords(output.why, shown.device), ...defects]
      .filter((each) => each !== '')
      .join('; '),
  };
}
