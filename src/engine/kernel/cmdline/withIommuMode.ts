import type { IommuHardware, IommuMode } from '../../../model/settings.ts';
import type { KernelFeatures } from '../features.ts';
import { iommuMode } from '../iommuMode.ts';
import { cmdlineWords } from './cmdlineWords.ts';
import { hasOffWord } from './hasOffWord.ts';
import { type IommuWish, iommuWishes, parameterOf } from './iommuWishes.ts';
import { kernelParameters } from './kernelParameters.ts';

type Hardware = Exclude<IommuHardware, 'none'>;

/** A word to be written, and the parameter it belongs to. */
interface Wanted {
  readonly parameter: string;
  readonly word: string;
}

/** What each mode cannot stand beside it. With pass-through, flushing still counts for untrusted devices. */
const CONTRADICTS: Readonly<Record<IommuMode, readonly IommuWish[]>> = {
  off: ['on', 'identity', 'translated', 'at-once', 'batched'],
  passthrough: ['off', 'translated'],
  strict: ['off', 'identity', 'batched'],
  lazy: ['off', 'identity', 'at-once'],
};

const STRICT: Wanted = { parameter: 'iommu.strict', word: '1' };

/**
 * The command line that makes a kernel use the IOMMU in this mode, in the words that the kernel
 * knows for this hardware. Words that ask for another mode go, or make room for the new ones; all
 * others stay where they are. A line that comes to the mode already stays as it is, and so does one
 * where no word can do it (`hasOffWord()`). What each word does: `iommuMode()`.
 */
export function withIommuMode(
  cmdline: string,
  mode: IommuMode,
  hardware: Hardware,
  features: KernelFeatures,
): string {
  const comesTo = (text: string) => iommuMode(hardware, kernelParameters(text, features), features);
  if (comesTo(cmdline) === mode || (mode === 'off' && !hasOffWord(hardware))) return cmdline;
  const contradicts = CONTRADICTS[mode];
  const cleared = replaceWishes(cmdline, contradicts, [], hardware, features);
  const wanted: Wanted[] = [];
  // Kernels may be built so that VT-d waits for it.
  if (hardware === 'intel' && mode !== 'off' && !asksFor('on', cleared, hardware, features)) {
    wanted.push({ parameter: 'intel_iommu', word: 'on' });
  }
  const decisive = wordFor(mode, hardware, features);
  if (decisive && comesTo(addWords(cleared, wanted)) !== mode) wanted.push(decisive);
  return replaceWishes(cmdline, contradicts, wanted, hardware, features);
}

/** The word that brings about a mode, once nothing speaks against it; `null`: that is the default. */
function wordFor(
  mode: IommuMode,
  hardware: Hardware,
  { strictParameter, amdOffRequestsAcs }: KernelFeatures,
): Wanted | null {
  const isOnX86 = hardware === 'intel' || hardware === 'amd';
  switch (mode) {
    case 'off':
      if (hardware === 'intel') return { parameter: 'intel_iommu', word: 'off' };
      // Where `amd_iommu=off` comes too late to keep ACS out, the word that does.
      return { parameter: amdOffRequestsAcs ? 'iommu' : 'amd_iommu', word: 'off' };
    case 'passthrough':
      // Of all kernels, on x86; `iommu.passthrough=` elsewhere.
      return isOnX86
        ? { parameter: 'iommu', word: 'pt' }
        : { parameter: 'iommu.passthrough', word: '1' };
    case 'strict':
      if (!isOnX86 || strictParameter === 'all') return STRICT;
      return hardware === 'intel'
        ? { parameter: 'intel_iommu', word: 'strict' }
        : { parameter: 'amd_iommu', word: 'fullflush' };
    case 'lazy':
      return isOnX86 ? null : { ...STRICT, word: '0' };
  }
}

function asksFor(wish: IommuWish, text: string, hardware: Hardware, features: KernelFeatures) {
  return cmdlineWords(text).words.some((word) =>
    iommuWishes(word, hardware, features).some((piece) => piece.wish === wish),
  );
}

/** Takes wishes out, and puts what is wanted in: in the place of one that goes, if it can. */
function replaceWishes(
  text: string,
  wishes: readonly IommuWish[],
  wanted: readonly Wanted[],
  hardware: Hardware,
  features: KernelFeatures,
): string {
  let rest = [...wanted];
  let written = '';
  let at = 0;
  for (const word of cmdlineWords(text).words) {
    const pieces = iommuWishes(word, hardware, features);
    if (word.value === null || !pieces.some(({ wish }) => wish && wishes.includes(wish))) continue;
    const parameter = parameterOf(word.name);
    const own = rest.filter((each) => each.parameter === parameter).map((each) => each.word);
    rest = rest.filter((each) => each.parameter !== parameter);
    const kept = pieces.flatMap(({ wish, text: piece }) => {
      if (wish === null || !wishes.includes(wish)) return [piece];
      return own.splice(0); // all of them in the place of the first
    });
    if (kept.some((piece) => piece !== '')) {
      written += text.slice(at, word.value.start) + kept.join(',');
      at = word.value.end;
    } else {
      // The blanks before it go as well; of the first word, those behind it.
      written += text.slice(at, word.start).trimEnd();
      at = word.end;
      if (written === '') at += text.slice(at).length - text.slice(at).trimStart().length;
    }
  }
  return addWords(written + text.slice(at), rest);
}

/** Adds words: those of `intel_iommu=` and `amd_iommu=` to what stands there, others at the end. */
function addWords(text: string, wanted: readonly Wanted[]): string {
  return wanted.reduce(addWord, text);
}

function addWord(text: string, { parameter, word }: Wanted): string {
  const { words, openQuote } = cmdlineWords(text);
  const there = words.findLast(({ name, value }) => value && parameterOf(name) === parameter);
  // Behind `iommu=usedac` nothing is read: its words stand alone.
  if (there?.value && parameter.endsWith('_iommu')) {
    const { end, text: before } = there.value;
    return `${text.slice(0, end)}${before === '' || before.endsWith(',') ? '' : ','}${word}${text.slice(end)}`;
  }
  // What follows `--` is for init, and an open quotation mark swallows all that follows.
  const last = openQuote === null ? words.at(-1) : words.at(-2);
  const end = last?.end ?? 0;
  const [before, after] = [text.slice(0, end), text.slice(end)];
  const gap = last === undefined && after !== '' && !/^\s/.test(after) ? ' ' : '';
  return `${before}${before === '' ? '' : ' '}${parameter}=${word}${gap}${after}`;
}
