import { byteRate } from '../../../base/byteRate.ts';
import { rawBytesPerSecond } from '../../link/rawRate.ts';
import type { StreamState } from '../network/flowNetwork.ts';
import { stageOf } from '../network/resources.ts';
import { nameOf } from '../plan/nameOf.ts';
import type { Stage } from '../streamPlan.ts';
import type { FlowLimit, LimitKind } from '../throughputReport.ts';
import type { Composing, LinkSaid } from './composing.ts';
import { linkWhere, rateName } from './linkWords.ts';

/** A resource as a limit of a chain that meets it: what the chain could have there, or has. */
export function limitAt(
  composing: Composing,
  chain: number,
  resource: number,
  bytesPerSecond: number,
): FlowLimit {
  const { context } = composing.network;
  const stage = stageOf(context, resource);
  const shared = sharedWords(composing, chain, resource);
  if (stage.kind === 'cap') {
    const cap = context.platform.caps[stage.cap];
    if (!cap) throw new RangeError(`no cap at ${stage.cap}`);
    const { kind, title, part, source, text } = cap;
    return {
      kind: KINDS[kind],
      where: title,
      text: `${text}${shared}`,
      bytesPerSecond,
      link: null,
      cap: stage.cap,
      part,
      source,
    };
  }
  const { where, carries, isKnown, part } = saidOf(composing, stage, resource);
  const costs = isKnown ? costWords(composing.network.chains[chain] ?? [], resource) : '';
  return {
    kind: 'link',
    where,
    text: `${carries}${costs}${shared}`,
    bytesPerSecond,
    link: { index: stage.link, direction: stage.direction },
    cap: null,
    part,
    source: null,
  };
}

/** What is said of a direction of a link whoever crosses it: made once for all of them. */
function saidOf(
  { network: { context }, links }: Composing,
  { link: index, direction }: Extract<Stage, { readonly kind: 'link' }>,
  resource: number,
): LinkSaid {
  const known = links.get(resource);
  if (known) return known;
  const link = context.links[index];
  if (!link) throw new RangeError(`no link at ${index}`);
  const { topology } = context.analysis;
  const raw = link.rate && rawBytesPerSecond(link.rate);
  const carries =
    raw === null
      ? `What the link above ${nameOf(topology, link.lower)} carries is not shown.`
      : `${rateName(link.rate)} carries ${byteRate(raw)} one way after line code, ${percent(context.options.linkEfficiency)} of it can be filled`;
  const where = linkWhere(topology, link, direction);
  const said = { where, carries, isKnown: raw !== null, part: link.lower };
  links.set(resource, said);
  return said;
}

const KINDS = {
  'root-complex': 'root-complex',
  switch: 'switch',
  'socket-link': 'socket-link',
  'pci-bus': 'pci-bus',
  memory: 'memory',
} as const satisfies Readonly<Record<string, LimitKind>>;

/** `; 256 bytes of payload cost 24 more on the wire.` */
function costWords(states: readonly StreamState[], resource: number): string {
  const sum = { packets: 0, payload: 0, header: 0 };
  for (const { loads } of states) {
    for (const leg of loads.legs) {
      for (const load of leg) {
        if (load.resource !== resource) continue;
        sum.packets += load.packets;
        sum.payload += load.payload;
        sum.header += load.header;
      }
    }
  }
  if (sum.packets === 0) return '.';
  const data = rounded(sum.payload / sum.packets);
  const more = rounded(sum.header / sum.packets);
  return data === '0'
    ? `; each request costs ${more} bytes.`
    : `; ${data} bytes of payload cost ${more} more.`;
}

function sharedWords(
  { solution, chainTitles }: Composing,
  chain: number,
  resource: number,
): string {
  const titles = new Set<string>();
  for (const each of solution.meets[resource]?.keys() ?? []) {
    if (each === chain) continue;
    const title = chainTitles[each] ?? '';
    titles.add(title === chainTitles[chain] ? 'its own other way' : title);
  }
  if (titles.size === 0) return '';
  const shown = [...titles].slice(0, MOST_NAMED).join(', ');
  const rest = titles.size - MOST_NAMED;
  return ` Shared with ${shown}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

const MOST_NAMED = 3;

function rounded(value: number): string {
  if (Number.isInteger(value) && value < 1000) return String(value);
  return String(Number(value.toPrecision(3)));
}

function percent(part: number): string {
  return `${rounded(part * 100)} %`;
}
