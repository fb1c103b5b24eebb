import { describe, expect, it } from 'vitest';
import { plannedStreams, SMALL_RIG } from './limits/limits.testkit.ts';
import { warningsOf } from './warnings.ts';

const TWO_SWITCHES = `machine "two switches"
cpu AuthenticAMD:0x1a
iommu none
socket 0
  host h0 turin
    rp0: port gen5 x16
      sw0: switch pex89104
        gpu0: gpu gen5 x16
        gpu1: gpu gen5 x16
    rp1: port gen5 x16
      sw1: switch pex89104
        gpu2: gpu gen5 x16
        gpu3: gpu gen5 x16
    rp2: port gen5 x16
      gpu4: gpu gen5 x16
`;
function warnings(flows: string, machine = TWO_SWITCHES, changes = {}) {
  const streams = plannedStreams(`${machine}\n${flows}\n`, changes);
  const [first] = streams;
  return first ? warningsOf(first.context, streams) : [];
}
const beginnings = (flows: string, machine = TWO_SWITCHES, changes = {}) =>
  warnings(flows, machine, changes).map(
    ({ kind, text }) => `${kind}: ${text.split(' ').slice(0, 4).join(' ')}`,
  );

describe('pathologies', () => {
  const COLLAPSE = 'pathology: 2 sources behind rp0';

  it('two sources behind one uplink, two root ports', () => {
    expect(beginnings('flow gpu0 -> gpu2 write\nflow gpu1 -> gpu4 write')).toContain(COLLAPSE);
  });

  it.each([
    ['one root port', 'flow gpu0 -> gpu2 write\nflow gpu1 -> gpu3 write', TWO_SWITCHES],
    ['one source', 'flow gpu0 -> gpu2 write\nflow gpu0 -> gpu4 write', TWO_SWITCHES],
    ['reads', 'flow gpu0 -> gpu2 read\nflow gpu1 -> gpu4 read', TWO_SWITCHES],
    [
      'Intel',
      'flow gpu0 -> gpu2 write\nflow gpu1 -> gpu4 write',
      TWO_SWITCHES.replace('AuthenticAMD:0x1a', 'GenuineIntel:6').replace('turin', 'ice-lake-sp'),
    ],
  ])('no collapse with %s', (_, flows, machine) => {
    expect(beginnings(flows, machine).filter((text) => text.includes('behind'))).toEqual([]);
  });

  it('all to all, with the band that it is right within', () => {
    const text = 'pathology: Several sources send to';
    expect(beginnings('group all(gpu0 gpu1 gpu2 gpu3) write')).toContain(text);
    expect(beginnings('group ring(gpu0 gpu1 gpu2 gpu3) write')).not.toContain(text);
    expect(beginnings('group incast(gpu0 gpu1 gpu2 gpu3) write')).not.toContain(text);
  });

  it('reads of memory beside writes to it', () => {
    const text = 'pathology: gpu4 reads memory and';
    expect(beginnings('flow ram -> gpu4 read\nflow gpu4 -> ram write')).toContain(text);
    expect(beginnings('flow ram -> gpu4 read\nflow gpu0 -> ram write')).not.toContain(text);
  });

  it('peers across QPI', () => {
    const old = `machine "old"
iommu none
socket 0
  host h0 "Xeon E5 v2"
    rp0: port gen3 x16
      gpu0: gpu gen3 x16
socket 1
  host h1 "Xeon E5 v2"
    rp1: port gen3 x16
      gpu1: gpu gen3 x16
`;
    expect(beginnings('flow gpu0 -> gpu1 write', old)).toContain(
      'pathology: Peers of two sockets:',
    );
  });

  it('has a source for each', () => {
    const found = warnings('group all(gpu0 gpu1 gpu2 gpu3) write\nflow gpu1 -> gpu4 write');
    const seen = found.filter(({ kind }) => kind === 'pathology');
    expect(seen.length).toBeGreaterThan(1);
    for (const { source } of seen) expect(source?.url).toMatch(/^https:/);
  });
});

describe('advice', () => {
  it('is silent where all is well', () => {
    expect(beginnings('flow gpu0 -> gpu1 write', SMALL_RIG)).toEqual([]);
  });

  it('redirection by ACS', () => {
    const acs = TWO_SWITCHES.replaceAll('switch pex89104', 'switch pex89104 acs=SV,RR,CR,UF');
    expect(beginnings('flow gpu0 -> gpu1 write', acs)).toContain(
      'advice: ACS redirects these flows',
    );
    expect(beginnings('flow gpu0 -> gpu1 write')).not.toContain(
      'advice: ACS redirects these flows',
    );
  });

  it('small read requests, few tags', () => {
    const small = SMALL_RIG.replace('mrrs=512 tags=32', 'mrrs=128 tags=32');
    expect(beginnings('flow ram -> nic0 read', small)).toEqual([
      'advice: nic0 asks for 128',
      'advice: 32 tags of nic0',
    ]);
  });

  it('a payload of 128 bytes where more is possible', () => {
    const small = TWO_SWITCHES.replaceAll('gpu gen5 x16', 'gpu "RTX PRO 6000" mps=128');
    expect(beginnings('flow gpu0 -> gpu1 write', small)).toContain(
      'advice: Max_Payload_Size is 128 bytes',
    );
    expect(beginnings('flow gpu0 -> gpu1 write', small, { maxPayload: 128 })).toEqual([]);
  });

  it('a link that trained to less than both ends could do', () => {
    const slow = TWO_SWITCHES.replace('gpu1: gpu gen5 x16', 'gpu1: gpu gen5 x16 now=gen1,x16');
    const told = warnings('flow gpu0 -> gpu1 write', slow).find(({ text }) =>
      text.includes('gpu1'),
    );
    expect(told?.text).toMatch(/gpu1 runs at Gen1 x16, and both ends could do Gen5 x16/);
    expect(warnings('flow gpu0 -> gpu2 write', slow).map(({ text }) => text)).not.toContain(
      told?.text,
    );
    expect(beginnings('flow gpu0 -> gpu1 write', slow, { generation: 5 })).toEqual([]);
  });

  it('a sender that may send more than the receiver accepts', () => {
    const mixed = SMALL_RIG.replace('gpu1: gpu gen5 x16 mps=256', 'gpu1: gpu gen5 x16 mps=128');
    const text = 'refused: gpu0 may send 256';
    expect(beginnings('flow gpu0 -> gpu1 write', mixed)).toContain(text);
    expect(beginnings('flow gpu0 -> gpu1 read', mixed)).toContain(text);
    expect(beginnings('flow gpu1 -> gpu0 write', mixed)).not.toContain(text);
    expect(beginnings('flow gpu0 -> gpu1 write', mixed, { maxPayload: 128 })).toEqual([]);
  });

  it('what Linux refuses, and reads that a desktop does not pass', () => {
    const desktop = `machine "desktop"
cpu GenuineIntel:6
iommu none
socket 0
  host h0 arrow-lake
    rp0: port gen5 x8
      gpu0: gpu gen5 x8
    rp1: port gen5 x8
      nic0: nic gen5 x8
`;
    const reads = warnings('flow gpu0 -> nic0 read', desktop);
    const refused = reads.filter(({ kind }) => kind === 'refused');
    expect(refused.map(({ source }) => source?.url ?? null)).toContain(
      'https://github.com/NVIDIA/open-gpu-kernel-modules/issues/1253',
    );
    expect(beginnings('flow nic0 -> gpu0 write', desktop).join()).not.toContain('writes from port');
  });
});
