import { expect, test } from 'vitest';
import type { Check } from '../../engine/check/check.ts';
import { id } from '../../model/machine.testkit.ts';
import type { PartId } from '../../store/state.ts';
import { checkedName } from '../names/checkedName.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { checkSigns } from './checkSigns.ts';

const machine = twoHosts();

function found(severity: Check['severity'], ...parts: readonly PartId[]): Check {
  return {
    id: 'shared-uplink',
    severity,
    text: '',
    why: '',
    parts,
    mends: [],
    line: null,
    where: null,
    hint: null,
  };
}

test('a part has one sign for all that was found on it, the worst first', () => {
  const drawn = drawnOf(machine);
  const signs = checkSigns(drawn, [
    found('warning', id('04:00.1'), id('03:00.0')),
    found('error', id('04:00.0')),
    found('warning', id('04:00.0')),
    found('note', id('03:00.0')),
  ]);
  expect(signs).toHaveLength(1);
  expect(signs[0]).toMatchObject({
    part: id('04:00.0'),
    severity: 'error',
    words: '1 error, 2 warnings',
  });
  expect(checkedName('it', id('04:00.0'), signs)).toBe('it, 1 error, 2 warnings');
  expect(checkedName('it', id('03:00.0'), signs)).toBe('it');
});

test('above the words below its ports, else on the corner', () => {
  const signOf = (direction: 'down' | 'right') => {
    const drawn = drawnOf(machine, 'blocks', direction);
    const box = drawn.tree.parts.get(id('01:00.0'))?.rect;
    const [sign] = checkSigns(drawn, [found('warning', id('01:00.0'))]);
    if (!box || !sign) throw new Error('no sign');
    return (sign.rect.y + sign.rect.height / 2 - box.y) / box.height;
  };
  expect(signOf('down')).toBe(0.5);
  expect(signOf('right')).toBe(1);
});

test('of what is hidden, the box that hides it shows the sign', () => {
  const about = id('01:00.0');
  const kept = { dx: 0, dy: 0, pinned: false, collapsed: true, locked: false };
  const drawn = drawnOf({ ...machine, placements: [{ about, ...kept }] });
  const signs = checkSigns(drawn, [found('warning', id('03:00.0'))]);
  expect(signs.map(({ part }) => part)).toEqual([about]);
  expect(drawn.nameOf(about)).toContain('collapsed, 6 functions: ');
  expect(drawn.tree.parts.get(about)?.children).toEqual([]);
});
