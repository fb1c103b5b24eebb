import { describe, expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { linkCommands } from './linkCommands.ts';

const asked = (hash: string) => linkCommands(hash, COMMANDS).map(({ id }) => id);

describe('what an address may ask for', () => {
  test.each([
    ['#do=panels.matrix,drawing.fit', ['panels.matrix', 'drawing.fit']],
    ['#do=drawing.fit,drawing.fit', ['drawing.fit']],
    ['#do= panels.why ', ['panels.why']],
    ['#step=2&do=page.help', ['page.help']],
    ['#do=edit.remove,document.save,panels.why', ['panels.why']],
    ['#do=no.such.thing', []],
    ['#do=', []],
    ['#sheet', []],
    ['', []],
  ])('%s', (hash, ids) => {
    expect(asked(hash)).toEqual(ids);
  });

  test('nothing that changes a document, copies, saves or opens one', () => {
    const allowed = COMMANDS.all.filter(({ isFromLink }) => isFromLink === true);
    const groups = new Set(allowed.map(({ group }) => group));
    expect([...groups].sort()).toEqual(['Drawing', 'Page', 'Panels']);
    expect(allowed.map(({ id }) => id)).not.toContain('page.restart-engine');
  });

  test('a few at a time', () => {
    const all = COMMANDS.all.map(({ id }) => id).join(',');
    expect(asked(`#do=${all}`).length).toBeLessThanOrEqual(8);
  });
});
