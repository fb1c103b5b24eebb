import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge } from '../../model/machine.ts';
import { IOMMU_HARDWARE, IOMMU_MODES, type Settings } from '../../model/settings.ts';
import type { Word } from '../lexLine.ts';
import { partNamed } from '../partNamed.ts';
import { type Codec, maybe, oneOf, orUnknown } from '../values/codec.ts';
import { CPU } from '../values/cpu.ts';
import type { ProblemList } from './ProblemList.ts';
import { type StatementLine, show } from './readLines.ts';

/** CPU and IOMMU that the platform of the first host brings, where their lines say nothing. */
export function settingsOfHosts(hosts: readonly HostBridge[]): Pick<Settings, 'cpu' | 'iommu'> {
  for (const { model } of hosts) {
    const part = model === null ? null : partNamed('host', model);
    if (part?.kind === 'host') return { cpu: part.cpu.value, iommu: part.iommu.value };
  }
  return { cpu: UNKNOWN, iommu: UNKNOWN };
}

const HARDWARE = orUnknown(oneOf(IOMMU_HARDWARE));
const MODE = maybe(oneOf(IOMMU_MODES));
const ACS_WORDS = oneOf(['boot', 'as-is']);
const ORIGIN = oneOf(['captured', 'drawn']);

/** A word of a statement as a value; what it cannot be is told. */
function settingOf<V>(
  statement: StatementLine,
  word: Word | undefined,
  codec: Codec<V>,
  problems: ProblemList,
): V | undefined {
  const value = word && codec.read(word.value);
  if (value !== undefined) return value;
  const found = word ? `; found ${show(word.text)}` : '';
  problems.notOneOf(
    statement.line,
    word ?? statement.at,
    `${statement.word} expects ${codec.expected}${found}.`,
    word?.value ?? '',
    codec.values,
  );
  return undefined;
}

function nothingAfter(statement: StatementLine, count: number, problems: ProblemList): void {
  const more = statement.words[count];
  if (!more) return;
  problems.error(statement.line, more, `Nothing is expected after the ${statement.word} line.`, {
    hint: 'Put texts with spaces in quotes.',
  });
}

/** `captured` or `drawn`. */
export function readOrigin(
  statements: readonly StatementLine[],
  problems: ProblemList,
): 'captured' | 'drawn' {
  let origin: 'captured' | 'drawn' = 'drawn';
  for (const statement of statements) {
    if (statement.word !== 'origin') continue;
    origin = settingOf(statement, statement.words[0], ORIGIN, problems) ?? origin;
    nothingAfter(statement, 1, problems);
  }
  return origin;
}

/** The machine's name; `null`: no line says it. */
export function readMachineName(
  statements: readonly StatementLine[],
  problems: ProblemList,
): string | null {
  let name: string | null = null;
  for (const statement of statements) {
    if (statement.word !== 'machine') continue;
    const [word] = statement.words;
    if (!word) {
      problems.error(statement.line, statement.at, 'machine expects a name in quotes.', {
        instead: 'machine "name"',
      });
      continue;
    }
    name = word.value;
    nothingAfter(statement, 1, problems);
  }
  return name;
}

/** What the statements say of kernel, CPU and IOMMU. */
export function readSettings(
  statements: readonly StatementLine[],
  start: Settings,
  problems: ProblemList,
): Settings {
  let settings = start;
  const said = new Set<string>();
  for (const statement of statements) {
    const { word, words, line, at } = statement;
    const [first, second] = words;
    const change = readSetting();
    if (change === null) continue;
    if (said.has(word)) {
      problems.error(line, at, `${word} is said twice.`, { hint: 'The last one counts.' });
    }
    said.add(word);
    settings = { ...settings, ...change };

    function readSetting(): Partial<Settings> | null {
      switch (word) {
        case 'cpu': {
          nothingAfter(statement, 1, problems);
          const cpu = settingOf(statement, first, orUnknown(CPU), problems);
          return cpu === undefined ? {} : { cpu };
        }
        case 'kernel': {
          nothingAfter(statement, 2, problems);
          if (!first) {
            problems.error(line, at, 'kernel expects a version such as 6.12.', {
              instead: 'kernel 6.12',
            });
            return {};
          }
          const kernel = first.value === '?' && !first.isQuoted ? UNKNOWN : first.value;
          return { kernel, cmdline: second ? second.value : UNKNOWN };
        }
        case 'iommu': {
          nothingAfter(statement, 2, problems);
          const iommu = settingOf(statement, first, HARDWARE, problems);
          const iommuMode = second ? settingOf(statement, second, MODE, problems) : UNKNOWN;
          return {
            ...(iommu !== undefined && { iommu }),
            ...(iommuMode !== undefined && { iommuMode }),
          };
        }
        case 'acs': {
          nothingAfter(statement, 1, problems);
          const acsWords = settingOf(statement, first, ACS_WORDS, problems);
          return acsWords === undefined ? {} : { acsWords };
        }
        default:
          return null;
      }
    }
  }
  return settings;
}
