import type { Machine } from '../../../model/machine.ts';
import { type CmdlineWord, cmdlineWords } from './cmdlineWords.ts';
import { readDeviceSpec } from './deviceSpec.ts';

/** Something about a stretch of the command line that Linux would not do as it is written. */
export interface CmdlineProblem {
  readonly start: number;
  readonly end: number;
  /** An error stops Linux's reading or is ignored; a warning is about this machine only. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** A stretch of the command line that is looked at by itself. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

const about = (
  { text, start }: Piece,
  severity: CmdlineProblem['severity'],
  words: string,
): CmdlineProblem => ({
  // What is missing is shown at the sign before it.
  start: text === '' ? Math.max(start - 1, 0) : start,
  end: start + text.length,
  severity,
  text: words,
});

/**
 * What is wrong with the parameters that decide about peer-to-peer DMA, in order of place. All
 * others pass unread. Sources: Documentation/admin-guide/kernel-parameters.txt, pci_setup() and
 * the readers of disable_acs_redir and config_acs in drivers/pci/pci.c, Linux 6.1 to 7.1.
 */
export function checkCmdline(text: string, machine: Machine): readonly CmdlineProblem[] {
  const { words, openQuote } = cmdlineWords(text);
  const problems = words.flatMap((word) => checkWord(word, machine));
  problems.push(...repeated(words));
  if (openQuote !== null) {
    const text = 'This quotation mark is never closed: Linux takes all that follows as one word.';
    problems.push({ start: openQuote, end: openQuote + 1, severity: 'error', text });
  }
  return problems.sort((a, b) => a.start - b.start);
}

function checkWord(word: CmdlineWord, machine: Machine): readonly CmdlineProblem[] {
  const { name, value, start, end } = word;
  const whole: Piece = { text: ' '.repeat(end - start), start };
  if (name === 'pcie_acs_override') {
    const words = 'pcie_acs_override is an out-of-tree patch: kernels without it ignore this.';
    return [about(whole, 'warning', words)];
  }
  if (value === null) return [];
  const piece: Piece = { text: value, start: word.valueStart };
  if (name === 'pci') return split(piece, ',').flatMap((option) => checkPci(option, machine));
  const known = IOMMU_WORDS[name];
  if (known) return split(piece, ',').flatMap((each) => checkIommuWord(each, name, known));
  if (SWITCHES.has(name) && !/^(?:[yntf01]|on|of)/i.test(value)) {
    const shown: Piece = value === '' ? whole : piece;
    return [about(shown, 'error', `${name} takes 1 or 0: Linux ignores this.`)];
  }
  return [];
}

function split({ text, start }: Piece, separator: string): readonly Piece[] {
  let at = start;
  return text.split(separator).map((part) => {
    const piece = { text: part, start: at };
    at += part.length + separator.length;
    return piece;
  });
}

const REDIR = 'disable_acs_redir';
const CONFIG = 'config_acs';
const LOOKS_LIKE_DEVICE =
  /^(?:[01x]{1,7}@|pci:[0-9a-f]{1,4}:|(?:[0-9a-f]+:)?[0-9a-f]{1,2}:[0-9a-f]{1,2}\.[0-7])/i;

/** One option of `pci=`, which separates them with commas. */
function checkPci(option: Piece, machine: Machine): readonly CmdlineProblem[] {
  const { text, start } = option;
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const list: Piece = { text: text.slice(equals + 1), start: start + equals + 1 };
  if ((name === REDIR || name === CONFIG) && equals < 0) {
    return [about(option, 'error', `${name} needs devices: ${name}=… ; Linux ignores it without.`)];
  }
  if (name === REDIR) return split(list, ';').flatMap((each) => checkDevice(each, machine, true));
  if (name === CONFIG) return split(list, ';').flatMap((each) => checkConfig(each, machine));
  if (name === 'noacs') {
    return [about(option, 'error', 'No mainline kernel knows pci=noacs: Linux ignores it.')];
  }
  if (LOOKS_LIKE_DEVICE.test(text)) {
    const words = 'A comma ends the list of devices; separate them with a semicolon.';
    return [about(option, 'error', words)];
  }
  return [];
}

const FLAGS = /^[01x]{1,7}$/i;

/** `flags@device`: seven bits at most, the rightmost is SV. */
function checkConfig(entry: Piece, machine: Machine): readonly CmdlineProblem[] {
  const at = entry.text.indexOf('@');
  if (at < 0) {
    const words =
      'config_acs wants flags@device, as 101xx@0000:03:00.0: without @ Linux stops reading here.';
    return [about(entry, 'error', words)];
  }
  const flags: Piece = { text: entry.text.slice(0, at), start: entry.start };
  const device: Piece = { text: entry.text.slice(at + 1), start: entry.start + at + 1 };
  const problems = FLAGS.test(flags.text)
    ? []
    : [about(flags, 'error', 'Flags are up to seven of 0, 1 and x, the rightmost for SV.')];
  return [...problems, ...checkDevice(device, machine, false)];
}

function checkDevice(
  device: Piece,
  machine: Machine,
  needsAcs: boolean,
): readonly CmdlineProblem[] {
  const spec = readDeviceSpec(device.text, machine);
  if (spec.kind === 'malformed') return [about(device, 'error', spec.text)];
  if (spec.kind === 'absent') return [about(device, 'warning', spec.text)];
  if (needsAcs && spec.functions.every(({ acs }) => acs === null)) {
    const [only, ...others] = spec.functions;
    const who =
      only && others.length === 0
        ? `${only.id} has no ACS capability`
        : 'None of these functions has an ACS capability';
    return [about(device, 'warning', `${who}: there is nothing to switch off.`)];
  }
  return [];
}

/** Of two lists of the same kind, Linux keeps the last. */
function repeated(words: readonly CmdlineWord[]): readonly CmdlineProblem[] {
  return [REDIR, CONFIG].flatMap((name) => {
    const all = words
      .filter((word) => word.name === 'pci' && word.value !== null)
      .flatMap((word) => split({ text: word.value ?? '', start: word.valueStart }, ','))
      .filter(({ text }) => text.startsWith(`${name}=`));
    const said = `${name} is given again further on: Linux keeps only the last list.`;
    return all.slice(0, -1).map(({ start }) => about({ text: name, start }, 'error', said));
  });
}

/** Parameters that are on or off. */
const SWITCHES: ReadonlySet<string> = new Set(['iommu.passthrough', 'iommu.strict']);

const plain = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})$`);

/** Words of each parameter, after kernel-parameters.txt and the functions that read them. */
const IOMMU_WORDS: Readonly<Record<string, RegExp>> = {
  iommu: plain(
    'off force noforce biomerge panic nopanic merge nomerge forcesac allowdac nodac usedac soft pt nopt noagp noaperture allowed fullflush nofullflush leak=\\d+ leak memaper memaper=\\d+ \\d+',
  ),
  intel_iommu: plain('on off igfx_off forcedac strict sp_off sm_on sm_off tboot_noforce nobounce'),
  amd_iommu: plain(
    'fullflush off force_isolation force_enable pgtbl_v1 pgtbl_v2 irtcachedis nohugepages v2_pgsizes_only',
  ),
};

function checkIommuWord(word: Piece, name: string, known: RegExp): readonly CmdlineProblem[] {
  if (known.test(word.text)) return [];
  const words =
    word.text === ''
      ? `A word is missing behind ${name}=.`
      : `No word of ${name}=: Linux ignores it.`;
  return [about(word, 'error', words)];
}
