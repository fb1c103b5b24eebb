import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Outlet } from '../arrange/knot.ts';
import { cardTitle } from '../cardTitle.ts';
import type { LayoutOptions } from '../scene.ts';
import { shortAddress } from '../shortAddress.ts';
import { stackName } from '../stack/stackName.ts';
import type { Block } from './block.ts';
import type { CardWords } from './card.ts';

/** A run of ports with devices that are alike, as one outlet with one card; of one port, itself. */
export function stacked(
  run: readonly Outlet<Block>[],
  options: LayoutOptions,
): readonly Outlet<Block>[] {
  const stack = new Map<FunctionId, readonly PciFunction[]>();
  for (const { port, kids } of run) {
    const [kid] = kids;
    if (port && kid?.what.kind === 'device') stack.set(port.id, kid.what.functions);
  }
  const [first] = run;
  const [kid] = first?.kids ?? [];
  if (!first || run.length < 2 || stack.size < run.length || kid?.what.kind !== 'device')
    return run;
  const devices = [...stack.values()];
  const words = stackWords(kid.what.words, devices, options.titleOf);
  const { width, height } = words;
  const isDown = options.direction === 'down';
  const card = {
    ...kid,
    what: { ...kid.what, functions: devices.flat(), words, stack },
    fit: () => (isDown ? { u: width, v: height } : { u: height, v: width }),
  };
  // One line has words for all: the last, beside which there is room, or the first from above.
  const told = isDown ? run.length - 1 : 0;
  const all = run.map((outlet, index): Outlet<Block> => {
    const labels = index === told ? outlet.labels : 'none';
    return { ...outlet, labels, kids: [card] };
  });
  return [{ ...first, kids: [card], run: all }];
}

function stackWords(
  words: CardWords,
  devices: readonly (readonly PciFunction[])[],
  titleOf: LayoutOptions['titleOf'],
): CardWords {
  const firsts = devices.flatMap(([fn]) => fn ?? []);
  const [first] = firsts;
  const last = firsts.at(-1);
  const names = firsts.map((fn) => cardTitle(titleOf(fn), words.device));
  const [from, to] = [first, last].map((fn) => (fn ? shortAddress(fn) : ''));
  // Most machines have one domain, and two whole addresses are wider than a card.
  const domain = first?.address ? formatAddress(first.address).split(':')[0] : undefined;
  const before = domain === undefined || /^0*$/.test(domain) ? '' : `${domain}:`;
  return {
    ...words,
    title: stackName(names),
    bdf: from && to ? `${before}${from} … ${to}` : words.bdf,
    count: words.count === '' ? `×${devices.length}` : `×${devices.length}, each ${words.count}`,
  };
}
