import { UNKNOWN } from '../../base/unknown.ts';
import { platformSettings } from '../../catalogue/platformSettings.ts';
import type { HostBridge } from '../../model/machine.ts';
import { type Cpu, IOMMU_HARDWARE, IOMMU_MODES, type Settings } from '../../model/settings.ts';
import type { Word } from '../lexLine.ts';
import { nearest } from '../nearest.ts';
import { partNamed } from '../partNamed.ts';
import { type Codec, maybe, oneOf, orUnknown } from '../values/codec.ts';
import { CPU, vendorMeant } from '../values/cpu.ts';
import { KERNEL_IDS, kernelKind, NEWEST_KERNEL, OLDEST_KERNEL } from '../values/kernel.ts';
import type { ProblemList, Stretch } from './ProblemList.ts';
import { type StatementLine, show } from './readLines.ts';

/** CPU and IOMMU that the platform of the first host brings, where their lines say nothing. */
export function settingsOfHosts(hosts: readonly HostBridge[]): Pick<Settings, 'cpu' | 'iommu'> {
  for (const { model } of hosts) {
    const part = model === null ? null : partNamed('host', model);
    if (part?.kind === 'host') return platformSettings(part);
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

/** The first statement of that word; the others are told. */
function firstOf(
  statements: readonly StatementLine[],
  word: string,
  problems: ProblemList,
): readonly StatementLine[] {
  const [first, ...others] = statements.filter((each) => each.word === word);
  for (const { line, at } of others) saidTwice(line, at, word, problems);
  return first ? [first] : [];
}

function saidTwice(line: number, at: Stretch, word: string, problems: ProblemList): void {
  problems.error(line, at, `${word} is said twice.`, {
    hint: 'Leave one of them out; the first counts.',
  });
}

/** `captured` or `drawn`. */
export function readOrigin(
  statements: readonly StatementLine[],
  problems: ProblemList,
): 'captured' | 'drawn' {
  let origin: 'captured' | 'drawn' | undefined;
  for (const statement of firstOf(statements, 'origin', problems)) {
    origin = settingOf(statement, statement.words[0], ORIGIN, problems);
    nothingAfter(statement, 1, problems);
  }
  return origin ?? 'drawn';
}

/** The machine's name; `null`: no line says it. */
export function readMachineName(
  statements: readonly StatementLine[],
  problems: ProblemList,
): string | null {
  let name: string | null = null;
  for (const statement of firstOf(statements, 'machine', problems)) {
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
    if (said.has(word)) {
      saidTwice(line, at, word, problems);
      continue;
    }
    const change = readSetting();
    if (change === null) continue;
    said.add(word);
    settings = { ...settings, ...change };

    function readSetting(): Partial<Settings> | null {
      switch (word) {
        case 'cpu': {
          nothingAfter(statement, 1, problems);
          const cpu = settingOf(statement, first, orUnknown(CPU), problems);
          if (first && cpu && cpu !== UNKNOWN) checkCpu(line, first, cpu, problems);
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
          checkKernel(line, first, problems);
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

/** A vendor that nobody knows is kept and told: the rules ask for the known ones by name. */
function checkCpu(line: number, word: Word, { arch, vendor }: Cpu, problems: ProblemList): void {
  if (arch !== 'x86' || vendor === null || vendor === UNKNOWN) return;
  const instead = vendorMeant(vendor);
  if (instead === undefined) return;
  problems.warning(
    line,
    word,
    `No x86 CPU calls its vendor ${show(vendor)}.`,
    instead === null
      ? 'Say the vendor as CPUID does, such as GenuineIntel:6 or AuthenticAMD:0x19, or an architecture such as arm64.'
      : `Did you mean ${instead}?`,
    instead,
  );
}

function checkKernel(line: number, word: Word, problems: ProblemList): void {
  if (word.value === '?' && !word.isQuoted) return;
  const newest = NEWEST_KERNEL.join('.');
  switch (kernelKind(word.value)) {
    case 'known':
      return;
    case 'older':
      problems.warning(
        line,
        word,
        `Linux ${word.value} has no peer-to-peer DMA yet; it came with ${OLDEST_KERNEL.join('.')}.`,
      );
      return;
    case 'newer':
      problems.note(
        line,
        word,
        `The rules of Linux ${word.value} are not known yet; those of ${newest} are taken.`,
      );
      return;
    case 'unknown': {
      const instead = nearest(word.value, KERNEL_IDS);
      problems.warning(
        line,
        word,
        `${show(word.text)} is no kernel version.`,
        instead === null
          ? `Write a version such as 6.12, or ${newest}, the newest that is known.`
          : `Did you mean ${instead}?`,
        instead,
      );
    }
  }
}
