import type { FluidNetwork, FluidStream, FluidUse } from './fluid.ts';

/** Directed links by name, `G0>S0`, with their bytes in a second. */
type Capacities = ReadonlyMap<string, number>;

/** Writes of 256 B and reads of 512 B over links of Gen5 x16, as the event simulation ran them. */
export class LinkNetwork {
  readonly #names: string[] = [];
  readonly #capacities: number[] = [];
  readonly #streams: FluidStream[] = [];

  /** Both directions of a link. */
  link(a: string, b: string, bytesPerSecond: number): this {
    for (const name of [`${a}>${b}`, `${b}>${a}`]) {
      this.#names.push(name);
      this.#capacities.push(bytesPerSecond);
    }
    return this;
  }

  /** From the sender of data to its receiver: `G0 S0 G1`. */
  write(path: string, limit = Number.POSITIVE_INFINITY): this {
    return this.#add(limit, [this.#leg(path, (256 + 24) / 256, 1 / 256)], [[path, 8 / 256]]);
  }

  /** The data go along the path, the requests come against it. */
  read(path: string, limit = Number.POSITIVE_INFINITY): this {
    const back = reversed(path);
    return this.#add(
      limit,
      [this.#leg(back, 24 / 512, 1 / 512), this.#leg(path, (256 + 20) / 256, 1 / 256)],
      [
        [back, 8 / 512],
        [path, 8 / 256],
      ],
    );
  }

  network(): FluidNetwork {
    return {
      resources: this.#capacities.map((capacity) => ({ capacity })),
      streams: [...this.#streams],
    };
  }

  get capacities(): Capacities {
    return new Map(this.#names.map((name, at) => [name, this.#capacities[at] ?? 0]));
  }

  nameOf(resource: number): string {
    return this.#names[resource] ?? '';
  }

  /** DLLPs go against the packets that they answer. */
  #add(
    limit: number,
    legs: readonly (readonly FluidUse[])[],
    answered: readonly (readonly [string, number])[],
  ): this {
    const overhead = answered.flatMap(([path, bytes]) =>
      this.#leg(reversed(path), bytes, 0).map(({ resource }) => ({ resource, bytes })),
    );
    this.#streams.push({ legs, overhead, limit });
    return this;
  }

  #leg(path: string, bytes: number, packets: number): readonly FluidUse[] {
    const stops = path.split(' ');
    return stops.slice(1).map((stop, at) => {
      const resource = this.#names.indexOf(`${stops[at]}>${stop}`);
      if (resource < 0) throw new Error(`no link ${stops[at]}>${stop}`);
      return { resource, bytes, packets };
    });
  }
}

function reversed(path: string): string {
  return path.split(' ').reverse().join(' ');
}

/** Gen5 x16 filled to 0.98, and Gen3 x8. */
export const GEN5_X16 = 32e9 * (16 / 8) * (128 / 130) * (1 - 1 / 376) * 0.98;
export const GEN3_X8 = 8e9 * (8 / 8) * (128 / 130) * (1 - 1 / 376) * 0.98;

/** Two switches below one root complex, four devices below each: G0 to G3 and G4 to G7. */
export function twoSwitches(): LinkNetwork {
  const net = new LinkNetwork();
  for (const sw of [0, 1]) {
    net.link(`S${sw}`, 'RC', GEN5_X16);
    for (let at = 0; at < 4; at++) net.link(`G${sw * 4 + at}`, `S${sw}`, GEN5_X16);
  }
  return net;
}

/** `G0 S0 RC S1 G4`, as the numbers of two devices say. */
export function between(a: number, b: number): string {
  const x = Math.floor(a / 4);
  const y = Math.floor(b / 4);
  return x === y ? `G${a} S${x} G${b}` : `G${a} S${x} RC S${y} G${b}`;
}
