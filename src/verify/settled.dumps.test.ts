import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { settle } from '../build/settle.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { dumpedMachine, dumpNames, dumpsTitle, hasDumpsOfOthers } from './realDumps.testkit.ts';

/*
 * Machines that exist, settled as they are, and with one device plugged in elsewhere: what need not
 * change does not.
 */

const machines = dumpNames().flatMap((name) => {
  const machine = dumpedMachine(name);
  return machine ? [{ name, machine }] : [];
});

const parentId = ({ parent }: PciFunction): string | null =>
  parent !== UNKNOWN && parent.kind === 'function' ? parent.id : null;

const isPort = ({ type }: PciFunction) => type === 'root-port' || type === 'downstream';

/** Everything below that function. */
function below(machine: Machine, top: string): ReadonlySet<string> {
  const found = new Set<string>([top]);
  // Parents stand before children in what is read.
  for (const fn of machine.functions) {
    if (found.has(parentId(fn) ?? '') || found.has(fn.physfn ?? '')) found.add(fn.id);
  }
  found.delete(top);
  return found;
}

/** What is in one port, with everything behind it, plugged into another. */
function plugged(machine: Machine, from: FunctionId, to: FunctionId): Machine {
  const functions = machine.functions.map((fn) =>
    parentId(fn) === from ? { ...fn, parent: { kind: 'function' as const, id: to } } : fn,
  );
  return { ...machine, functions };
}

/** Some of the pairs of ports are tried; machines with many ports have thousands. */
const MOST_MOVES = 6;

function* moves({ functions }: Machine): Generator<readonly [FunctionId, FunctionId]> {
  const ports = functions.filter(isPort);
  const filled = ports.filter((port) => functions.some((fn) => parentId(fn) === port.id));
  const step = Math.max(1, Math.floor((filled.length * ports.length) / MOST_MOVES));
  for (let at = 0; at < filled.length * ports.length; at += step) {
    const from = filled[Math.floor(at / ports.length)];
    const to = ports[at % ports.length];
    if (from && to && from !== to) yield [from.id, to.id];
  }
}

describe(dumpsTitle('captured machines'), () => {
  test('are all there', () => {
    expect(machines.length).toBeGreaterThanOrEqual(hasDumpsOfOthers ? 200 : 134);
  });

  test('as they were read, nothing changes: the very same document', () => {
    for (const { name, machine } of machines) {
      const settled = settle(machine);
      expect(settled.machine === machine, name).toBe(true);
      expect(settled.problems, name).toEqual([]);
    }
  });

  test('one device plugged in elsewhere: only what must change does', { timeout: 300_000 }, () => {
    const counts = {
      moves: 0,
      alone: 0,
      wider: 0,
      renumbered: 0,
      without: 0,
    };
    let displaced = 0;
    for (const { name, machine } of machines) {
      for (const [from, to] of moves(machine)) {
        const moving = below(machine, from);
        if (moving.has(to)) continue;
        const before = plugged(machine, from, to);
        const { machine: after } = settle(before);
        const what = `${name}: ${from} to ${to}`;
        expect(settle(after).machine === after, `${what}, again`).toBe(true);
        const others = after.functions.filter((fn) => !moving.has(fn.id));
        const was = new Map(before.functions.map((fn) => [fn.id, fn]));
        const renumbered = others.filter(
          (fn) => JSON.stringify(fn.address) !== JSON.stringify(was.get(fn.id)?.address),
        );
        const wider = others.filter((fn) => {
          const [numbers, earlier] = [busesOf(fn), busesOf(was.get(fn.id))];
          return earlier !== null && numbers !== earlier;
        });
        const isEmpty = !machine.functions.some((fn) => parentId(fn) === to);
        const hasBridges = machine.functions.some((fn) => moving.has(fn.id) && fn.bridge !== null);
        if (isEmpty && !hasBridges) {
          // Only the card itself: nobody else's numbers.
          expect(
            [...renumbered, ...wider].map((fn) => fn.id),
            what,
          ).toEqual([]);
          const bars = others.filter((fn) => fn.bridge === null && isReplaced(fn, was.get(fn.id)));
          if (bars.length > 0) displaced++;
        }
        const isWithout = after.functions.some((fn) => moving.has(fn.id) && fn.address === null);
        // What found no number takes none from others.
        if (isWithout) expect(renumbered, what).toEqual([]);
        counts.moves++;
        if (isWithout) counts.without++;
        else if (renumbered.length > 0) counts.renumbered++;
        else if (wider.length > 0) counts.wider++;
        else counts.alone++;
      }
    }
    expect(counts.moves).toBeGreaterThan(300);
    // A full window can make a neighbour's BAR move, rarely.
    expect(displaced).toBeLessThan(counts.moves / 100);
    if (!hasDumpsOfOthers) return;
    expect(counts).toEqual({ moves: 762, alone: 669, wider: 48, renumbered: 40, without: 5 });
  });
});

const isReplaced = (fn: PciFunction, was: PciFunction | undefined): boolean =>
  JSON.stringify(fn.bars) !== JSON.stringify(was?.bars);

/** Bus numbers; `null` for what has none, or none that is shown. */
function busesOf(fn: PciFunction | undefined): string | null {
  const bridge = fn?.bridge;
  if (!bridge || bridge === UNKNOWN || !bridge.secondary || bridge.secondary === UNKNOWN)
    return null;
  return [bridge.primary, bridge.secondary, bridge.subordinate].join(' ');
}
