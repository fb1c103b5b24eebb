import { UNKNOWN } from '../../base/unknown.ts';
import type { Figure } from '../../catalogue/figure.ts';
import type {
  CataloguePart,
  DevicePart,
  LinkPlan,
  PlatformPart,
  SwitchPart,
} from '../../catalogue/part.ts';
import { generationName } from '../../model/linkState.ts';
import { writeSize } from '../values/size.ts';

/** The figures that one chooses a part by: `Gen5 x16, 144 lanes, 115 ns`. What is unknown is left out. */
export function partWords(part: CataloguePart): string {
  return figureWords(part).filter(Boolean).join(', ');
}

function figureWords(part: CataloguePart): readonly (string | null)[] {
  switch (part.kind) {
    case 'host':
      return hostWords(part);
    case 'switch':
      return switchWords(part);
    case 'bridge':
      return [say(part.link, linkWords)];
    case 'vmd':
      return [say(part.rootPort.link, linkWords)];
    case 'slot':
      return [say(part.lanes, (lanes) => `${lanes} lanes`)];
    case 'port':
      return [];
    default:
      return deviceWords(part);
  }
}

function say<T>(figure: Figure<T>, words: (value: T) => string | null): string | null {
  return figure.source === null || figure.value === (UNKNOWN as unknown)
    ? null
    : words(figure.value as T);
}

const linkWords = (link: LinkPlan | null): string | null =>
  link && `${generationName(link.gts)} x${link.width}`;

function hostWords(part: PlatformPart): readonly (string | null)[] {
  return [
    say(part.rootPort.link, (link) => generationName(link.gts)),
    say(part.lanes, (lanes) => `${lanes} lanes a socket`),
    say(part.hostBridges, (count) => `${count} root ${count === 1 ? 'bus' : 'buses'}`),
    say(part.forwardsWrites, (does) => (does ? 'forwards writes' : 'does not forward writes')),
    say(part.forwardsReads, (does) => (does ? 'forwards reads' : 'does not forward reads')),
  ];
}

function switchWords(part: SwitchPart): readonly (string | null)[] {
  return [
    say(part.link, linkWords),
    say(part.lanes, (lanes) => `${lanes} lanes`),
    say(part.maxPorts, (ports) => `up to ${ports} ports`),
    say(part.latencyNs, (ns) => `${ns} ns`),
  ];
}

function deviceWords(part: DevicePart): readonly (string | null)[] {
  const [first] = part.functions;
  return [
    say(part.link, linkWords),
    first ? say(first.bars, (bars) => largest(bars.map(({ size }) => size))) : null,
    first
      ? say(first.p2pMemory, (memory) => memory && `${writeSize(memory.size)} for peers`)
      : null,
    part.functions.length > 1 ? `${part.functions.length} functions` : null,
    first ? say(first.sriov, (plan) => plan && `up to ${plan.totalVfs} virtual functions`) : null,
    part.rdma ? say(part.rdma.maxSge, (entries) => `${entries} SGEs`) : null,
  ];
}

function largest(sizes: readonly number[]): string | null {
  return sizes.length === 0 ? null : `BAR ${writeSize(Math.max(...sizes))}`;
}

/** Where figures of a part come from, the most frequent source first: two at most. */
export function sourceWords(part: CataloguePart): string {
  const counts = new Map<string, number>();
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('source' in value && 'value' in value) {
      const { source } = value as Figure<unknown>;
      const isTold = source !== null && source.quality !== 'convention';
      if (isTold) counts.set(source.title, (counts.get(source.title) ?? 0) + 1);
    }
    for (const each of Object.values(value)) visit(each);
  };
  visit(part);
  const titles = [...counts].sort((a, b) => b[1] - a[1]).map(([title]) => title);
  if (titles.length === 0) return '';
  const more = titles.length > 2 ? ` and ${titles.length - 2} more` : '';
  return `From: ${titles.slice(0, 2).join('; ')}${more}.`;
}
