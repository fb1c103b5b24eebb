import { expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { validate } from '../../model/validate.ts';
import { FakeEngine } from '../fakeEngine.testkit.ts';
import { testPeerlane } from '../peerlane.testkit.ts';
import type { PartId } from '../state.ts';

const SERVER = `machine "server"
socket 0
  host h0
    rp0: port gen5 x16
      sw0: switch pex89104
        gpu0: gpu h100
        nic0: nic connectx7
    rp1: port
      nvme0: nvme
socket 1
  host h1
    rp2: port
      sw1: switch pex89104
        gpu1: gpu h100
`;

/** A page with a drawn machine of that text. */
async function drawn(text = SERVER) {
  const store = testPeerlane({ engine: new FakeEngine() });
  const { actions } = store.getState();
  await actions.startDrawing();
  await actions.typeSketch(text, { id: 'typing' });
  const machine = () => {
    const { document } = store.getState();
    if (!document) throw new Error('no document');
    return document.machine;
  };
  const find = (name: string): PartId => {
    const { functions, hostBridges, sockets } = machine();
    const part = [...functions, ...hostBridges, ...sockets].find(
      ({ id, label }) => (label ?? id) === name,
    );
    if (!part) throw new Error(`no ${name}`);
    return part.id;
  };
  /** What is above a part, ports left out. */
  const above = (id: PartId): string | null => {
    const { functions, hostBridges } = machine();
    const fn = functions.find((each) => each.id === id);
    const parent = fn && fn.parent !== 'unknown' ? fn.parent.id : null;
    const up = functions.find((each) => each.id === parent);
    if (up && (up.type === 'downstream' || up.type === 'root-port')) return above(up.id);
    return up?.label ?? hostBridges.find((each) => each.id === parent)?.label ?? parent;
  };
  return {
    store,
    actions,
    machine,
    find,
    above,
    steps: () => store.getState().undoable.map(({ title }) => title),
    notices: () => store.getState().notices.map(({ text }) => text),
    selected: () => [...store.getState().selection],
    copy: async (...names: readonly string[]) => {
      actions.select(names.map(find));
      const clip = await actions.copyParts();
      if (!clip) throw new Error('no clip');
      return clip;
    },
  };
}

test('a clip is lines of a sketch for people, and a document for other tabs', async () => {
  const { copy, actions } = await drawn();
  const clip = await copy('sw0');
  expect(clip.text).toBe(
    [
      '# Parts from Peerlane: sw0',
      'sw0: switch pex89104',
      '  gpu0: gpu h100',
      '  nic0: nic connectx7',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(clip.json)).toMatchObject({ format: 'peerlane-parts' });
  actions.select([]);
  expect(await actions.copyParts()).toBeNull();
});

test('several parts, one below the other: each once', async () => {
  const { copy } = await drawn();
  const { text } = await copy('gpu0', 'sw0', 'nvme0');
  expect(text.match(/gpu0/g)).toHaveLength(1);
  expect(text.split('\n')[0]).toMatch(/^# Parts from Peerlane: .+ and 1 other$/);
});

test.each(['json', 'text', 'both'] as const)(
  'pasted as %s, it is one step and selected',
  async (how) => {
    const page = await drawn();
    const { json, text } = await page.copy('sw0');
    const before = page.machine();
    page.actions.select([page.find('nic0')]);
    const clip = { ...(how !== 'text' && { json }), ...(how !== 'json' && { text }) };
    expect(await page.actions.paste(clip)).toBe(true);
    expect(page.steps().at(-1)).toBe('paste sw0');
    expect(page.notices()).toEqual([]);
    const [arrived, ...others] = page.selected();
    expect(others).toEqual([]);
    if (!arrived) throw new Error('nothing arrived');
    // Beside the focus: the card has no place below it, its switch does.
    expect(page.above(arrived)).toBe('sw0');
    const ids = before.functions.map(({ id }) => id);
    const added = page.machine().functions.filter(({ id }) => !ids.includes(id));
    expect(added.filter(({ label }) => label !== null)).toHaveLength(3);
    expect(validate(page.machine())).toEqual([]);
    page.actions.undo();
    expect(page.machine()).toBe(before);
  },
);

test('twice, there are twice as many, all with ids of their own', async () => {
  const page = await drawn();
  const clip = await page.copy('gpu0');
  const count = page.machine().functions.length;
  await page.actions.paste(clip);
  const once = page.machine().functions.length;
  await page.actions.paste(clip);
  expect(page.machine().functions.length - once).toBe(once - count);
  const ids = page.machine().functions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('out of a mail, quoted and by hand', async () => {
  const page = await drawn();
  page.actions.select([page.find('sw1')]);
  const mail = [
    'On Monday, someone wrote:',
    '> gpu7: gpu h100   # in the free port',
    '>   # and beside it',
    '> nic7: nic connectx7',
    '',
  ].join('\r\n');
  expect(await page.actions.paste({ text: mail })).toBe(true);
  expect(page.steps().at(-1)).toBe('paste gpu7 and 1 other');
  expect(page.selected().map(page.above)).toEqual(['sw1', 'sw1']);
});

test('lines that cannot be read are left out, and said', async () => {
  const page = await drawn();
  page.actions.select([page.find('sw1')]);
  expect(await page.actions.paste({ text: 'gpu7: gpu\nnic7: nik\n' })).toBe(true);
  expect(page.selected()).toHaveLength(1);
  expect(page.notices().join(' ')).toContain('nik');
});

test.each([
  ['a dump', '00:00.0 Host bridge [0600]: Intel Corporation Device [8086:2f00]\n'],
  ['a whole sketch', 'machine "a"\nhost h0\n  gpu0: gpu\n'],
  ['a sketch that begins with a host', 'host h0\n  gpu0: gpu\n'],
  ['a sentence', 'port the driver to the new kernel, please\n'],
  ['nothing', ''],
  ['a document', '{"format":"peerlane","schema":2}'],
])('%s holds no parts', async (_, text) => {
  const page = await drawn();
  const before = page.machine();
  expect(await page.actions.paste({ text, json: '' })).toBe(false);
  expect(page.machine()).toBe(before);
});

test.each([
  ['no JSON', '{'],
  ['another format', '{"format":"peerlane","machine":{}}'],
  [
    'a damaged document',
    '{"format":"peerlane-parts","devices":["a"],"machine":{"format":"peerlane"}}',
  ],
  ['nothing', '{"format":"peerlane-parts"}'],
  ['a list', '[]'],
])('%s for a document: the text counts', async (_, json) => {
  const page = await drawn();
  expect(await page.actions.paste({ json })).toBe(false);
  expect(await page.actions.paste({ json, text: 'gpu7: gpu' })).toBe(true);
});

test('what is said about the parts has to be true of the document', async () => {
  const page = await drawn();
  const { json } = await page.copy('gpu0');
  const value = JSON.parse(json);
  const lie = { ...value, devices: ['nobody', ...value.devices], hosts: ['nobody'], sockets: 7 };
  expect(await page.actions.paste({ json: JSON.stringify(lie) })).toBe(true);
  expect(page.selected()).toHaveLength(1);
  const none = { ...value, devices: ['nobody'] };
  expect(await page.actions.paste({ json: JSON.stringify(none) })).toBe(false);
});

test('a socket is put onto the machine, and starts one where there is none', async () => {
  const page = await drawn();
  const clip = await page.copy('socket0');
  const { sockets } = page.machine();
  expect(await page.actions.paste({ json: clip.json })).toBe(true);
  expect(page.machine().sockets).toHaveLength(sockets.length + 1);
  const fresh = testPeerlane({ engine: new FakeEngine() });
  expect(await fresh.getState().actions.paste(clip)).toBe(true);
  expect(fresh.getState().document?.machine.sockets).toHaveLength(1);
  expect(fresh.getState().undoable.at(-1)?.title).toMatch(/^paste /);
});

test('devices need a place', async () => {
  const { copy } = await drawn();
  const clip = await copy('gpu0');
  const fresh = testPeerlane({ engine: new FakeEngine() });
  expect(await fresh.getState().actions.paste(clip)).toBe(true);
  expect(fresh.getState().document).toBeNull();
  expect(fresh.getState().notices).toHaveLength(1);
  await fresh.getState().actions.startDrawing();
  expect(await fresh.getState().actions.paste(clip)).toBe(true);
  expect(fresh.getState().document?.machine.functions).toEqual([]);
  expect(fresh.getState().notices).toHaveLength(2);
});

test('where the focus is locked, the reason is said', async () => {
  const page = await drawn();
  const clip = await page.copy('gpu0');
  for (const name of ['socket0', 'socket1']) {
    page.actions.edit({ kind: 'keep', parts: [page.find(name)], what: 'locked', isOn: true });
  }
  const before = page.machine();
  page.actions.select([page.find('sw0')]);
  expect(await page.actions.paste(clip)).toBe(true);
  expect(page.machine()).toBe(before);
  expect(page.notices()).toEqual([expect.stringContaining('locked')]);
});

test('duplicates stand beside what they are copies of, in one step', async () => {
  const page = await drawn();
  const before = page.machine();
  page.actions.select([page.find('gpu0'), page.find('nvme0'), page.find('gpu1')]);
  await page.actions.duplicate();
  expect(page.steps().at(-1)).toMatch(/^duplicate gpu0 and 2 others$/);
  expect(page.selected().map(page.above).sort()).toEqual(['h0', 'sw0', 'sw1']);
  const ids = new Set<FunctionId>(before.functions.map(({ id }) => id));
  for (const id of page.selected()) expect(ids.has(id as FunctionId)).toBe(false);
  page.actions.undo();
  expect(page.machine()).toBe(before);
  page.actions.select([page.find('socket1')]);
  await page.actions.duplicate();
  expect(page.machine().sockets).toHaveLength(3);
});

test('what cannot be duplicated says so', async () => {
  const page = await drawn();
  const port = page.machine().functions.find(({ type }) => type === 'downstream');
  if (!port) throw new Error('no port');
  const before = page.machine();
  page.actions.select([port.id]);
  await page.actions.duplicate();
  expect(page.machine()).toBe(before);
  expect(page.notices()).toHaveLength(1);
});

test('parts of a captured machine go to another of its kind', async () => {
  const store = testPeerlane();
  const { actions } = store.getState();
  await actions.start();
  const id = '0000:03:00.0' as FunctionId;
  actions.select([id]);
  const clip = await actions.copyParts();
  expect(clip?.text).toContain('origin captured');
  for (const each of [{ text: clip?.text ?? '' }, { json: clip?.json ?? '' }]) {
    const before = store.getState().document?.machine.functions.length ?? 0;
    actions.select([id]);
    expect(await actions.paste(each)).toBe(true);
    expect(store.getState().document?.machine.functions.length).toBeGreaterThan(before);
    expect(store.getState().notices).toEqual([]);
  }
});
