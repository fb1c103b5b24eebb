import { describe, expect, test } from 'vitest';
import type { LineKind } from './attribute.ts';
import { attributesOf, BASE_ATTRIBUTES } from './attributes.ts';
import { KINDS, NODE_KINDS, type NodeKind } from './kinds.ts';
import { readSketch } from './readSketch.ts';
import { carried, machineOf } from './sketch.testkit.ts';
import { isSame } from './write/isSame.ts';
import { writeSketch } from './writeSketch.ts';

/** Values for each attribute, as they are written; each differs from what parts have by default. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  type: ['type=legacy-endpoint', 'type=?'],
  header: ['header=2', 'header=?'],
  multi: ['multi=yes', 'multi=?'],
  id: ['id=10de:2bb5', 'id=8086:?', 'id=?'],
  byname: ['byname'],
  class: ['class=030200', 'class=?'],
  sub: ['sub=10de:0001', 'sub=-'],
  rev: ['rev=a1'],
  at: ['at=1c.4', 'at=05:03.0', 'at=*.2'],
  fix: ['fix=03.0'],
  bridge: ['bridge=?'],
  buses: ['buses=05-0a', 'buses=?-?', 'buses=07>05-0a'],
  pcie: ['pcie=?', 'pcie=-'],
  link: ['link=?', 'link=-'],
  gen: ['gen2', 'gen?'],
  x: ['x2', 'x0'],
  cap: ['cap=gen2,x2', 'cap=?', 'cap=gen20GT,x4'],
  now: ['now=gen2,x2', 'now=?'],
  target: ['target=2', 'target=-', 'target=?'],
  portno: ['portno=7'],
  mpscap: ['mpscap=2K', 'mpscap=?'],
  mps: ['mps=128'],
  mrrs: ['mrrs=4K', 'mrrs=?'],
  rcb: ['rcb=128', 'rcb=?'],
  tags: ['tags=7'],
  ro: ['ro=no', 'ro=?'],
  external: ['external', 'external=?'],
  untrusted: ['untrusted', 'untrusted=?'],
  acscap: ['acscap=SV,DT', 'acscap=0x085f', 'acscap=?', 'acscap=unread'],
  acs: ['acscap=SV,CR acs=SV', 'acscap=SV,CR acs=?'],
  acsfw: ['acscap=SV,CR acsfw=CR'],
  acsegress: ['acscap=EC acsegress=0x0000000f', 'acscap=EC acsegress=?'],
  acs8: ['acscap=SV acs8=0x1d', 'acscap=SV acs8=?'],
  upacscap: ['upacscap=SV', 'upacscap=?'],
  upacs: ['upacscap=SV upacs=SV'],
  upacsfw: ['upacscap=SV upacsfw=SV'],
  upacsegress: ['upacscap=EC upacsegress=0x00000001'],
  upacs8: ['upacscap=SV upacs8=0x1'],
  bar: ['bars=0:16K/64 bar=64G'],
  cmb: ['cmb=64M'],
  bars: ['bars=0:8K,2:64G/64p/r1G+64G,4:32/io,5:?', 'bars=?'],
  p2pmem: ['p2pmem=0+4K:8K,unpublished;2+0:1M'],
  ats: ['ats=on', 'ats=unread', 'ats=?'],
  ari: ['ari=3', 'ari=unread', 'ari=?'],
  sriov: ['sriov=on,8,4,1,2,1520', 'sriov=?,?,?,?,?,?', 'sriov=?'],
  vfbars: ['sriov=off,8,0,1,1,1520 vfbars=0:256K/64p'],
  numa: ['numa=3', 'numa=-1', 'numa=?'],
  driver: ['driver=vfio-pci', 'driver="a b"'],
  dma: ['dma=40,8K,0xffff', 'dma=?'],
  iommugroup: ['iommugroup=12', 'iommugroup=-'],
  iommudomain: ['iommudomain=DMA-FQ', 'iommudomain=-'],
  latency: ['latency=120ns', 'latency=1.5ns'],
  rate: ['rate=12500', 'rate=20G'],
  part: ['part=some-part', 'part=?', 'part=-'],
  reserve: ['reserve=8,2M,64M'],
  slot: ['slot=S1'],
  in: ['in=S1'],
  feeds: ['feeds=S1', 'feeds=S1,S2'],
  pf: ['pf=other'],
  ports: ['ports=3'],
  domain: ['domain=0001'],
  bus: ['bus=40'],
  lastbus: ['lastbus=7f'],
  window: ['window=memory:512M,prefetchable:256G@0x4000000000>0x0', 'window=-'],
  offset: ['offset=0x8000000000', 'offset=-0x1000'],
  p2p: ['p2p=w@20G', 'p2p=none', 'p2p=w?'],
  guess: ['guess'],
  model: ['model=some-part'],
};

/** A text in which a line of that kind stands, with these words at its end. */
function textWith(kind: NodeKind, words: string, origin: string): string {
  const head = `machine "m"\n${origin}slot S1: x8\nslot S2: x8\n`;
  const other = '\n  q: port\n    other: card';
  const host = 'host h0 domain=0002';
  switch (kind) {
    case 'socket':
      return `${head}socket 0 ${words}`;
    case 'host':
      return `${head}host h0 ${words}\n  p: port${other}`;
    case 'port':
    case 'rciep':
    case 'vmd':
      return `${head}${host}\n  t: ${kind} ${words}${other}`;
    case 'fn':
    case 'vf':
      return `${head}${host}\n  p: port\n    d: card\n      t: ${kind} 1 ${words}${other}`;
    default:
      return `${head}${host}\n  p: port\n    t: ${kind} ${words}${other}`;
  }
}

/** Those that only a captured machine writes, because numbering makes them of a drawn one. */
const CAPTURED = new Set(['fix', 'buses', 'multi', 'lastbus']);
/** Said by other words of the line that was written. */
const RESAID = new Set(['cmb', 'bar', 'header', 'offset', 'at', 'cap', 'now']);

const cases = NODE_KINDS.filter((kind) => kind !== 'orphans').flatMap((kind) =>
  [...attributesOf(kind).keys()]
    .filter((name) => !BASE_ATTRIBUTES.some((base) => base.name === name))
    .flatMap((name) => (SAMPLES[name] ?? ['']).map((words) => ({ kind, name, words }))),
);

describe('every attribute of every kind is read and written', () => {
  test.each(cases)('$kind $words', ({ kind, name, words }) => {
    expect([name, words]).not.toEqual([name, '']);
    const origin = CAPTURED.has(name) ? 'origin captured\n' : '';
    const said = origin && name === 'buses' ? `at=00:03.0 ${words}` : words;
    const text = textWith(kind, said, origin);
    const { machine, problems } = readSketch(text, null);
    const refused = problems.filter((problem) => problem.severity === 'error');
    // Some words make no sense of a kind: they are told, and nothing else is wrong.
    if (refused.length > 0) {
      expect(refused.map((problem) => problem.text).join()).toMatch(/expects nothing|with its bus/);
      return;
    }
    const plain = machineOf(textWith(kind, '', origin));
    const written = writeSketch(machine);
    const again = readSketch(written.text, null);
    expect([written.text, again.problems]).toEqual([written.text, []]);
    expect([written.text, carried(again.machine)]).toEqual([written.text, carried(machine)]);
    if (isSame(carried(plain), carried(machine))) return;
    const last = words.split(' ').at(-1) ?? '';
    const isSaid =
      written.text.includes(last) || RESAID.has(name) || / bare |cap=none/.test(written.text);
    expect([written.text, last, isSaid]).toEqual([written.text, last, true]);
  });
});

test('every kind has its line', () => {
  expect(KINDS.map(({ kind }) => kind)).toEqual(NODE_KINDS);
  for (const { kind, help, below } of KINDS) {
    expect([kind, help.length > 10, below.length > 0]).toEqual([kind, true, true]);
  }
});

test('every attribute has a sample, a sentence and kinds', () => {
  const kinds: readonly LineKind[] = [...NODE_KINDS, 'slot', 'link', 'flow', 'group'];
  for (const kind of kinds) {
    for (const info of attributesOf(kind).values()) {
      expect([
        info.name,
        info.help.endsWith('.') || info.help.endsWith('none'),
        info.kinds.length > 0,
      ]).toEqual([info.name, true, true]);
    }
  }
});
