import type { FunctionId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import { isDegraded, readingOf } from './linkBelow.ts';
import type { Look } from './look.ts';
import { listed, rateWords } from './words.ts';

interface Degraded {
  readonly fn: PciFunction;
  readonly port: PciFunction | undefined;
  readonly reading: { readonly has: LinkRate; readonly both: LinkRate };
}

/**
 * Links that trained below what both of their ends can do, once for each link: seen from the lower
 * end where it is shown. On a captured machine those that say the same are told together: eight idle
 * GPUs are one remark.
 */
export function degradedLinks(look: Look): readonly Finding[] {
  const links = degraded(look);
  if (look.isDrawn) return links.map((link) => finding(look, [link]));
  const alike = new Map<string, Degraded[]>();
  for (const link of links) {
    const key = JSON.stringify([link.reading.has, link.reading.both]);
    alike.set(key, [...(alike.get(key) ?? []), link]);
  }
  return [...alike.values()].map((each) => finding(look, each));
}

function degraded(look: Look): readonly Degraded[] {
  const reported = new Set<FunctionId>();
  const links: Degraded[] = [];
  for (const fn of look.machine.functions) {
    if (fn.type === 'root-port' || fn.type === 'downstream' || fn.physfn !== null) continue;
    const port = look.above(fn);
    if (port && reported.has(port.id)) continue;
    const reading = readingOf(look, fn, port);
    if (!reading || !isDegraded(look, fn, port)) continue;
    if (port) reported.add(port.id);
    links.push({ fn, port, reading });
  }
  return links;
}

function finding(look: Look, links: readonly Degraded[]): Finding {
  const [first] = links;
  if (!first) throw new RangeError('a finding without a link');
  const { has, both } = first.reading;
  const names = listed(links.map(({ fn }) => look.name(fn)));
  const [subject, verb, they] =
    links.length === 1 ? ['The link', 'runs', 'it'] : ['The links', 'run', 'they'];
  return {
    severity: 'warning',
    text: `${subject} of ${names} ${verb} at ${rateWords(has)}; ${they} could be ${rateWords(both)}.`,
    ...(!look.isDrawn && { hint: hintFor(has, both) }),
    parts: [
      ...links.map(({ fn }) => fn.id),
      ...(links.length === 1 && first.port ? [first.port.id] : []),
    ],
    // What a captured link trained to is a fact, that no drawing mends.
    mends: look.isDrawn
      ? [
          {
            title: `Let it run at ${rateWords(both)}`,
            changes: [{ kind: 'link', port: first.fn.id, capable: null, current: { ...both } }],
          },
        ]
      : [],
  };
}

function hintFor(has: LinkRate, both: LinkRate): string {
  return has.width < both.width
    ? 'Look at the slot, its bifurcation and the riser.'
    : 'Some devices slow down while idle: look again under load.';
}
