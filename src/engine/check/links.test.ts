import { describe, expect, test } from 'vitest';
import { withLink } from '../../build/changes/links.ts';
import { Drawing } from '../../build/drawing.testkit.ts';
import { cures, told } from './checks.testkit.ts';

describe('a fast card', () => {
  const behind = (gts: number) =>
    new Drawing()
      .host('h0')
      .put('rp0 rp1', 'port', 'h0')
      .put('sw0', 'switch', 'rp0')
      .put('gpu0 gpu1', 'gpu', 'sw0')
      .link('sw0', gts, 16);

  test('behind a switch as fast as itself says nothing', () => {
    expect(told(behind(32).settled, 'slow-path')).toEqual([]);
  });

  test('behind a slow one is told with what it costs, once for all cards', () => {
    expect(told(behind(8).settled, 'slow-path')).toEqual([
      'warning gpu0 and gpu1 could do Gen5 x16; the link of sw0 above passes Gen3 x16: 15.8 GB/s of 63.0 GB/s.',
    ]);
  });

  test('below a slow port is told, and can be moved to a fast one', () => {
    const machine = new Drawing()
      .host('h0')
      .put('rp0 rp1', 'port', 'h0')
      .link('rp0', 8, 16)
      .put('gpu0', 'gpu', 'rp0')
      .trained('gpu0', 32, 16).settled;
    expect(told(machine, 'slow-path')).toEqual([
      'warning gpu0 could do Gen5 x16; its port rp0 passes Gen3 x16: 15.8 GB/s of 63.0 GB/s.',
    ]);
    expect(cures(machine, 'slow-path')).toEqual(['Make rp0 Gen5 x16', 'Move gpu0 to rp1']);
  });

  test('that only trained to what its port passes is treated as below a switch', () => {
    const direct = new Drawing().host('h0').put('rp0', 'port', 'h0').link('rp0', 16, 16);
    const machine = direct.put('gpu0', 'gpu', 'rp0').settled;
    expect(told(machine, 'slow-path')).toEqual([
      'warning gpu0 could do Gen5 x16; its port rp0 passes Gen4 x16: 31.5 GB/s of 63.0 GB/s.',
    ]);
    expect(cures(machine, 'slow-path')).toEqual(['Make rp0 Gen5 x16']);
  });

  test('on a platform that does all it can is a note, and nothing is offered that it cannot', () => {
    const direct = new Drawing().host('h0', 'milan').put('rp0', 'port', 'h0').link('rp0', 16, 16);
    const machine = direct.put('gpu0', 'gpu', 'rp0').settled;
    expect(told(machine, 'slow-path')).toEqual([expect.stringMatching(/^note gpu0 could do Gen5/)]);
    expect(cures(machine, 'slow-path')).toEqual([]);
  });

  test('behind one slow uplink is one finding, whatever its own port passes', () => {
    const drawing = behind(8).put('gpu2 gpu3 gpu4', 'gpu', 'sw0');
    const slow = drawing.edit((machine) => ({
      ...machine,
      functions: machine.functions.map((fn) =>
        fn.type === 'downstream' ? withLink(fn, { capable: { gts: 8, width: 16 } }) : fn,
      ),
    }));
    expect(told(slow.settled, 'slow-path')).toEqual([
      'warning gpu0, gpu1, gpu2 and 2 more could do Gen5 x16; the link of sw0 above passes Gen3 x16: 15.8 GB/s of 63.0 GB/s.',
    ]);
  });

  test('at one of a switch’s slow ports is told with the others', () => {
    const drawing = new Drawing().host('h0').put('rp0', 'port', 'h0').put('sw0', 'switch', 'rp0');
    const slow = drawing.put('gpu0 gpu1', 'gpu', 'sw0').edit((machine) => ({
      ...machine,
      functions: machine.functions.map((fn) =>
        fn.type === 'downstream'
          ? withLink(fn, { capable: { gts: 8, width: 8 }, current: { gts: 8, width: 8 } })
          : fn,
      ),
    }));
    expect(told(slow.settled, 'slow-path')).toEqual([
      'warning gpu0 and gpu1 could do Gen5 x16; each port of sw0 passes Gen3 x8: 7.9 GB/s of 63.0 GB/s.',
    ]);
  });

  test('that comes in all sizes has the one that its line says', () => {
    const drawing = new Drawing().host('h0').put('rp0', 'port', 'h0').put('gpu0', 'gpu', 'rp0');
    const machine = drawing.trained('gpu0', 16, 8).settled;
    expect([told(machine, 'degraded-link'), told(machine, 'slow-path')]).toEqual([[], []]);
  });

  test('that trained lower is another rule’s', () => {
    const drawing = new Drawing().host('h0').put('rp0', 'port', 'h0').put('gpu0', 'a100', 'rp0');
    const machine = drawing.trained('gpu0', 8, 16).settled;
    expect(told(machine, 'slow-path')).toEqual([]);
    expect(told(machine, 'degraded-link')).toEqual([
      'warning The link of gpu0 runs at Gen3 x16; it could be Gen4 x16.',
    ]);
    expect(cures(machine, 'degraded-link')).toEqual(['Let it run at Gen4 x16']);
  });
});

describe('an uplink', () => {
  const switched = (cards: number, width = 16) => {
    const drawing = new Drawing()
      .host('h0')
      .put('rp0 rp1', 'port', 'h0')
      .put('sw0', 'switch', 'rp0')
      .link('rp0', 32, width)
      .link('sw0', 32, width);
    for (let index = 0; index < cards; index++) drawing.put(`gpu${index}`, 'gpu', 'sw0');
    return drawing.settled;
  };

  test('as wide as what is below, or above one card, says nothing', () => {
    expect(told(switched(1), 'shared-uplink')).toEqual([]);
    expect(told(switched(1, 8), 'shared-uplink')).toEqual([]);
  });

  test('shared by more is a note', () => {
    const machine = switched(2);
    expect(told(machine, 'shared-uplink')).toEqual([
      'note The uplink of sw0 is shared 2:1: 2 devices could do 126.0 GB/s together, Gen5 x16 passes 63.0 GB/s.',
    ]);
    expect(cures(machine, 'shared-uplink')).toEqual([]);
  });

  test('shared by more than four times as much is a warning', () => {
    const machine = switched(5);
    expect(told(machine, 'shared-uplink')).toEqual([
      'warning The uplink of sw0 is shared 5:1: 5 devices could do 315.1 GB/s together, Gen5 x16 passes 63.0 GB/s.',
    ]);
    expect(cures(machine, 'shared-uplink')).toHaveLength(1);
    expect(told(switched(4), 'shared-uplink')[0]).toMatch(/^note/);
  });

  test('that could be wider is mended so', () => {
    const machine = new Drawing()
      .host('h0')
      .put('rp0', 'port', 'h0')
      .put('sw0', 'switch', 'rp0')
      .link('sw0', 32, 4)
      .put('nvme0 nvme1 nvme2 nvme3', 'nvme', 'sw0').settled;
    expect(cures(machine, 'shared-uplink')).toContain('Make the uplink of sw0 Gen5 x16');
  });
});
