import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { checkSigns } from '../draw/checkSigns.ts';
import { middleOf } from '../rects.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { buttonAt } from './buttonAt.ts';

const kept = { dx: 0, dy: 0, pinned: true, collapsed: true, locked: false };

test('the plus of a collapsed box is about what was collapsed, also where a port is', () => {
  for (const about of [id('01:00.0'), id('00:01.0')]) {
    const { index, scene } = drawnOf({ ...twoHosts(), placements: [{ about, ...kept }] });
    const sign = scene.boxes
      .find(({ kind }) => kind === 'collapsed')
      ?.signs?.find(({ kind }) => kind === 'collapsed');
    if (!sign) throw new Error('nothing is collapsed');
    expect(buttonAt(index, [], middleOf(sign.rect), 4)).toEqual({ kind: 'expand', about });
    const { x, y, width } = sign.rect;
    expect(buttonAt(index, [], { x: x + width + 5, y }, 4)).toBeNull();
  }
});

test('the sign of a finding is met on its corner, and leads to what it is about', () => {
  const drawn = drawnOf(twoHosts());
  const about = id('03:00.0');
  const found = {
    id: 'shared-uplink',
    text: '',
    why: '',
    hint: null,
    line: null,
    where: null,
    mends: [],
  } as const;
  const signs = checkSigns(drawn, [{ ...found, severity: 'warning', parts: [about] }]);
  const [sign] = signs;
  if (!sign) throw new Error('no sign');
  expect(sign.about).toEqual([about]);
  expect(buttonAt(drawn.index, signs, middleOf(sign.rect), 4)).toEqual({ kind: 'findings', sign });
  const { x, y } = sign.rect;
  expect(buttonAt(drawn.index, signs, { x: x - 5, y }, 4)).toBeNull();
});
