import { UNKNOWN } from '../../base/unknown.ts';
import { canApply } from '../../build/canApply.ts';
import type { Mend } from '../../build/change.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { sizeWords } from './words.ts';

/** Memory for peers, or a controller memory buffer, of which part lies beyond the end of its BAR. */
export function memoryBeyondBar(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((fn): readonly Finding[] => {
    const { bars } = fn;
    if (bars === UNKNOWN) return [];
    return fn.p2pMemory.flatMap((memory): readonly Finding[] => {
      const bar = bars.find(({ index }) => index === memory.bar);
      const end = memory.offset + memory.size;
      if (bar && (bar.size === UNKNOWN || bar.size >= end)) return [];
      const name = look.name(fn);
      const text = bar
        ? `${name} offers memory up to ${sizeWords(end)} of BAR ${memory.bar}, which has ${sizeWords(Number(bar.size))}.`
        : `${name} offers memory in BAR ${memory.bar}, which it does not have.`;
      const enough = bar ? offered(bar).find((size) => size >= end) : undefined;
      return [
        {
          severity: 'error',
          text,
          hint: 'Make the BAR larger or the memory smaller.',
          parts: [fn.id],
          mends: bar && enough !== undefined ? [resize(look, fn, bar, enough)] : [],
        },
      ];
    });
  });
}

/**
 * Drawn BARs of which the size is no power of two. They take up the next one, and are told as if they
 * were that large.
 */
export function oddBar(look: Look): readonly Finding[] {
  if (!look.isDrawn) return [];
  return look.machine.functions.flatMap((fn): readonly Finding[] => {
    if (fn.bars === UNKNOWN || fn.physfn !== null) return [];
    return fn.bars.flatMap((bar): readonly Finding[] => {
      if (bar.size === UNKNOWN || !(bar.size > 0)) return [];
      const whole = powerOfTwo(bar.size);
      if (whole === bar.size) return [];
      const most = mostOf(bar);
      const sizes = [whole, ...(most > whole ? [most] : [])];
      return [
        {
          severity: 'note',
          text: `BAR ${bar.index} of ${look.name(fn)} is said to be ${sizeWords(bar.size)}, which is no power of two; it takes up ${sizeWords(whole)}.`,
          parts: [fn.id],
          mends: sizes
            .map((size) => resize(look, fn, bar, size))
            .filter(({ changes }) =>
              changes.every((each) => canApply(look.machine, each) === null),
            ),
        },
      ];
    });
  });
}

function powerOfTwo(size: number): number {
  return 2 ** Math.ceil(Math.log2(size));
}

/**
 * GPUs and accelerators whose resizable BAR shows less of their memory than it could: drivers that
 * let peers reach it ask for all of it (amdgpu, 6.12: peer-to-peer needs a BAR of the whole memory).
 */
export function smallBar(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((fn): readonly Finding[] => {
    if (fn.bars === UNKNOWN || fn.physfn !== null) return [];
    const kind = deviceKind(fn);
    if (kind !== 'gpu' && kind !== 'accelerator') return [];
    // The one that can become largest shows the memory; others are doorbells.
    const [bar] = fn.bars.toSorted((a, b) => mostOf(b) - mostOf(a));
    const most = bar ? mostOf(bar) : 0;
    if (!bar || bar.size === UNKNOWN || bar.size >= most) return [];
    // One that no BAR has is told as such.
    if (powerOfTwo(bar.size) !== bar.size) return [];
    return [
      {
        severity: 'note',
        text: `BAR ${bar.index} of ${look.name(fn)} shows ${sizeWords(bar.size)} of up to ${sizeWords(most)}.`,
        hint: 'Firmware calls it Resizable BAR, or Above 4G decoding.',
        parts: [fn.id],
        mends: [resize(look, fn, bar, most)],
      },
    ];
  });
}

/** The largest size that it can take; 0 where it has one only. */
function mostOf(bar: Bar): number {
  return offered(bar).at(-1) ?? 0;
}

/** Sizes that it can take, ascending; none where it has one or they are not shown. */
function offered({ resizableTo }: Bar): readonly number[] {
  if (resizableTo === null || resizableTo === UNKNOWN) return [];
  return resizableTo.toSorted((a, b) => a - b);
}

function resize(look: Look, fn: PciFunction, bar: Bar, size: number): Mend {
  return {
    title: `Make BAR ${bar.index} of ${look.name(fn)} ${sizeWords(size)}`,
    changes: [{ kind: 'resize-bar', function: fn.id, bar: bar.index, size }],
  };
}
