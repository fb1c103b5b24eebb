import { Random } from '../base/random.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { quoted } from './lexLine.ts';

/*
 * Sketches of machines as people draw them: parts of the catalogue with some attributes changed.
 */

const DEVICES = ['gpu', 'nvme', 'nic', 'fpga', 'hfi', 'card', 'ntb'] as const;

/** Attributes with values that a device may have; `|` separates the values. */
const OF_DEVICES: readonly string[] = [
  'gen3|gen4|gen5|gen?',
  'x1|x4|x8|x0|x?',
  'cap=gen5,x16|cap=gen3,x8|cap=?',
  'mps=128|mps=256|mps=?',
  'mrrs=512|mrrs=4096',
  'tags=32|tags=1024|tags=?',
  'rcb=64|rcb=?',
  'acscap=SV,RR|acscap=none|acscap=?|acscap=unread|acscap=0x085f acs=SV',
  'id=10de:2bb5|id=8086:?|id=?',
  'class=030200|class=?|class=0108',
  'sub=10de:0000|sub=-|sub=?',
  'rev=a1|rev=?',
  'bar=16M|bar=64G',
  'bars=0:16K/64,2:64G/64p/r1G+64G|bars=-|bars=?|bars=0:?/io,1:4K',
  'p2pmem=0+0:4K|p2pmem=-|p2pmem=0+4K:8K,unpublished;2+0:1M',
  'ats=on|ats=off|ats=-|ats=?|ats=unread',
  'ari=0|ari=1|ari=-|ari=?|ari=unread',
  'sriov=off,8,0,2,1,1520|sriov=-|sriov=?|sriov=on,?,?,1,1,?',
  'driver=vfio-pci|driver=-|driver=?|driver="a b"',
  'numa=0|numa=1|numa=-|numa=?',
  'dma=32,64K,0xffffffff|dma=?',
  'untrusted|untrusted=?|external|external=?',
  'latency=120ns|latency=1.5us',
  'type=legacy-endpoint|type=conventional pcie=-|type=?|pcie=?',
  'header=?|link=?|link=-',
  'ro=no|ro=?|portno=3|target=3|target=?',
  'part=-|part=some-part|part=?',
  'slot=S1|slot=-',
  'at=00.0|at=*.0',
];

const OF_PORTS: readonly string[] = [
  'gen3|gen4|gen5',
  'x4|x8|x16',
  'cap=gen4,x16|cap=?',
  'acs=SV,RR,CR,UF|acs=SV|acs=?',
  'acscap=none|acscap=SV,TB,RR,CR,UF,EC,DT acsegress=0x0000000f acs8=0x1d',
  'external|untrusted',
  'reserve=8,2M,64M',
  'slot=S1|slot=S1,S2',
  'acsfw=SV|mps=256|id=8086:2030|driver=-',
];

const OF_SWITCHES: readonly string[] = [
  'gen4|gen5',
  'x8|x16',
  'acs=SV,RR,CR,UF|acs=RR',
  'acscap=none|acscap=SV,RR,CR,UF',
  'upacscap=SV upacs=SV',
  'ports=1|ports=3',
  'latency=105ns',
  'numa=1',
];

const OF_HOSTS: readonly string[] = [
  'bus=40|bus=20',
  'domain=1',
  'p2p=rw@20G|p2p=none|p2p=w|p2p=-|p2p=w?r?',
  'window=memory:512M,prefetchable:256G|window=memory:512M@0xe0000000',
  'offset=0x8000000000|offset=-0x1000',
  'numa=3|numa=-',
];

class Text {
  readonly #random: Random;
  readonly #lines: string[] = [];
  readonly #names: string[] = [];
  #count = 0;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  machine(): string {
    const random = this.#random;
    this.#line(0, `machine ${quoted(random.pick(['m', 'a b', '"q" \\ #1', '']))}`);
    if (random.below(3) === 0)
      this.#line(0, random.pick(['cpu AuthenticAMD:0x19', 'cpu arm64', 'cpu ?']));
    if (random.below(3) === 0)
      this.#line(0, random.pick(['kernel 6.12', 'kernel ? "a b"', 'kernel 5.4 ""']));
    if (random.below(3) === 0)
      this.#line(0, random.pick(['iommu intel', 'iommu ? lazy', 'iommu none -']));
    if (random.below(3) === 0) this.#line(0, 'acs as-is');
    this.#line(0, 'slot S1: x16 split=4x4x4x4 riser="R 1"');
    this.#line(0, 'slot S2: label=-');
    const sockets = random.below(3);
    for (let socket = 0; socket < sockets; socket++) {
      this.#line(0, `socket ${socket}${random.below(2) ? ' "CPU one"' : ''}`);
      for (let host = 0; host <= random.below(2); host++) this.#host(1);
    }
    if (sockets === 0 || random.below(3) === 0) this.#host(0);
    if (random.below(4) === 0) {
      this.#line(0, 'orphans');
      this.#device(1);
    }
    this.#statements();
    return `${this.#lines.join('\n')}\n`;
  }

  #statements(): void {
    const random = this.#random;
    const [a = '', b = a, c = b] = this.#names;
    if (a === '') return;
    for (const line of [
      `flow f0: ${a} -> ${b} write size=64K`,
      `flow ${a} <- ram read depth=4 rate=25G`,
      `flow f1: copy ${a} <-> ${b} by ${c}`,
      `flow "a b": ram -> ${a} write by cpu/WB`,
      `group g0: ${a} -> ${b} -> ${a} read`,
      `group all(${a} ${b} ${c}) write size=1M`,
      `group t: nvmeof(${a} ${b} ${c}) read through=${b}`,
      `list L on ${a}: ram 4 x 4K scattered, ${b}+0+8K, ${c}[1]+4K+1M, ram 0x1000+64, ram 0x2000+4K fs-dax, ram 3 x 4K highmem`,
      `note ${a} "two\\nlines"`,
      'note "of all"',
      `note above ${b} "of its link"`,
      `link nvlink ${a} -- ${b} "NV4"`,
    ]) {
      if (random.below(3) === 0) this.#line(0, line);
    }
  }

  #host(level: number): void {
    const random = this.#random;
    const name = `h${this.#count++}`;
    const what = random.pick(['', '', ' 1022:14a4', ` ${this.#model('host')}`, ' empty']);
    this.#line(level, `host ${name}${what}${this.#words(OF_HOSTS, 8)}`);
    for (let port = 0; port <= random.below(4); port++) this.#port(level + 1, 0);
    if (random.below(4) === 0)
      this.#line(level + 1, `${this.#name()}rciep${this.#words(['driver=-'], 2)}`);
    if (random.below(5) === 0) {
      this.#line(level + 1, `${this.#name()}vmd`);
      this.#port(level + 2, 2);
    }
  }

  #port(level: number, depth: number): void {
    const random = this.#random;
    this.#line(level, `${this.#name()}port${this.#words(OF_PORTS, 8)}`);
    const what = random.below(depth > 2 ? 3 : 5);
    if (what === 4) this.#bridge(level + 1);
    else if (what === 3) this.#switch(level + 1, depth + 1);
    else if (what > 0) this.#device(level + 1);
  }

  #bridge(level: number): void {
    this.#line(level, `${this.#name()}bridge${this.#words(['id=10b5:8112', 'numa=1'], 4)}`);
    for (let card = 0; card <= this.#random.below(2); card++) {
      this.#line(level + 1, `${this.#name()}card type=conventional pcie=-`);
    }
  }

  #switch(level: number, depth: number): void {
    const random = this.#random;
    const model = random.below(2) ? ` ${this.#model('switch')}` : '';
    this.#line(level, `${this.#name()}switch${model}${this.#words(OF_SWITCHES, 6)}`);
    for (let child = 0; child <= random.below(4); child++) {
      const what = random.below(5);
      if (what === 0) this.#port(level + 1, depth);
      else if (what === 1 && depth < 3) this.#switch(level + 1, depth + 1);
      else this.#device(level + 1);
    }
  }

  #device(level: number): void {
    const random = this.#random;
    const kind = random.pick(DEVICES);
    const model = random.below(3) === 0 ? ` ${this.#model(kind)}` : '';
    this.#line(level, `${this.#name()}${kind}${model}${this.#words(OF_DEVICES, 10)}`);
    if (random.below(4) === 0)
      this.#line(level + 1, `fn ${1 + random.below(3)}${this.#words(OF_DEVICES, 20)}`);
    if (random.below(5) === 0) {
      this.#line(
        level + 1,
        `vf ${1 + random.below(4)}${this.#words(['driver=vfio-pci', 'numa=?'], 3)}`,
      );
      if (random.below(2) === 0) this.#line(level + 1, 'vf 2 total=64');
    }
  }

  #model(kind: string): string {
    const parts = CATALOGUE.filter((part) => part.kind === kind);
    return parts.length === 0 ? '' : quoted(this.#random.pick(parts).id);
  }

  #name(): string {
    if (this.#random.below(4) === 0) return '';
    const plain = `p${this.#count++}`;
    const name = this.#random.below(6) === 0 ? quoted(`${plain} "x"`) : plain;
    this.#names.push(name);
    return `${name}: `;
  }

  /** Each attribute once in so many lines. */
  #words(choices: readonly string[], seldom: number): string {
    const words = choices.flatMap((choice) =>
      this.#random.below(seldom) === 0 ? [this.#random.pick(choice.split('|'))] : [],
    );
    return words.length === 0 ? '' : ` ${words.join(' ')}`;
  }

  #line(level: number, text: string): void {
    this.#lines.push('  '.repeat(level) + text);
  }
}

/** A sketch without mistakes; the same seed gives the same. */
export function anySketch(seed: number): string {
  return new Text(seed).machine();
}
