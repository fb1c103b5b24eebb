import { byteRate } from '../../base/byteRate.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Figure } from '../../catalogue/figure.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Cap, CapsSoFar, PlatformCaps } from './capsShape.ts';
import type { HostOfMachine, HostsOfMachine } from './hostsOf.ts';

/** Caps of root complexes, and who meets them. */
export interface RootCaps {
  /** Before the link between sockets: where the data come from. */
  readonly leaves: (from: FunctionId) => readonly number[];
  /** Behind it: where they go. The same root complex is met once. */
  readonly enters: (from: FunctionId, to: FunctionId) => readonly number[];
  readonly toMemory: (from: FunctionId) => readonly number[];
  readonly forwardedPayload: PlatformCaps['forwardedPayload'];
}

/** One cap a host bridge for data from port to port; one for memory where it is known. */
export function rootCaps(
  hosts: HostsOfMachine,
  withPlatform: boolean,
  { caps, assumed }: CapsSoFar,
): RootCaps {
  const forwarding = new Map<HostOfMachine, number>();
  const memory = new Map<HostOfMachine, number>();
  for (const each of hosts.all) {
    if (each.host.kind === 'vmd' && each.host.vmdFunction !== UNKNOWN) continue;
    forwarding.set(each, caps.push(forwardingCap(each, withPlatform)) - 1);
    const cap = withPlatform ? memoryCap(each) : null;
    if (cap) memory.set(each, caps.push(cap) - 1);
  }
  if (caps.some(({ kind, capacity }) => kind === 'root-complex' && capacity === null)) {
    assumed.push({
      kind: 'root-complex',
      text: 'How much root complexes pass from port to port is not known of all of them: taken as no limit.',
    });
  }
  const place = (map: ReadonlyMap<HostOfMachine, number>, id: FunctionId) => {
    const host = hosts.at(id);
    const found = host ? map.get(host) : undefined;
    return found === undefined ? [] : [found];
  };
  return {
    leaves: (from) => place(forwarding, from),
    enters: (from, to) => (hosts.at(from) === hosts.at(to) ? [] : place(forwarding, to)),
    toMemory: (from) => place(memory, from),
    forwardedPayload: (from, to) => {
      const known = [hosts.at(from), hosts.at(to)].flatMap((each) => {
        const figure = each?.platform?.forwardedPayload;
        return figure?.source ? [{ bytes: figure.value, source: figure.source }] : [];
      });
      return known.sort((a, b) => a.bytes - b.bytes)[0] ?? null;
    },
  };
}

function forwardingCap(each: HostOfMachine, withPlatform: boolean): Cap {
  const { host, title, platform } = each;
  const stated = host.forwarding?.bytesPerSecond ?? null;
  const figure = platform?.forwardingRate;
  const common = {
    kind: 'root-complex',
    title: `root complex ${title}, from port to port`,
    part: host.id,
  } as const;
  // A drawn host takes the figure over from the catalogue: then it is the catalogue's.
  if (figure?.source && (stated === null || stated === figure.value)) {
    if (!withPlatform) return { ...common, ...NOT_ASKED };
    return { ...common, ...measured(figure, platform?.title ?? '') };
  }
  if (stated !== null) {
    return {
      ...common,
      capacity: stated,
      text: `The machine states that its root complex ${title} passes ${byteRate(stated)} from port to port, all together. A way below a common switch would not need it.`,
      source: null,
    };
  }
  return {
    ...common,
    capacity: null,
    text: `How much root complex ${title} passes from port to port is not known.`,
    source: null,
  };
}

const NOT_ASKED = {
  capacity: null,
  text: 'Measured figures of platforms are not applied.',
  source: null,
} as const;

function measured(figure: Known, platform: string): Pick<Cap, 'capacity' | 'text' | 'source'> {
  return {
    capacity: figure.value,
    text: `Root complexes of ${platform} were seen to pass ${byteRate(figure.value)} from port to port. A way below a common switch would not need it.`,
    source: figure.source,
  };
}

type Known = Extract<Figure<number>, { readonly value: number }>;

function memoryCap({ host, title, platform }: HostOfMachine): Cap | null {
  const figure = platform?.memoryWriteRate;
  if (!platform || !figure?.source) return null;
  return {
    kind: 'memory',
    title: `writes to memory below ${title}`,
    part: host.id,
    capacity: figure.value,
    text: `Devices below one root bus of ${platform.title} were seen to write ${byteRate(figure.value)} to memory, all together; devices below several have more.`,
    source: figure.source,
  };
}
