import { expect, test } from 'vitest';
import { readDocument } from '../formats/read/readDocument.ts';
import { writeDocument } from '../formats/write/writeDocument.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import { validate } from '../model/validate.ts';
import { applyEdit } from './edits.ts';
import { meantLink } from './meantLink.ts';
import { noteOf } from './noteOf.ts';
import type { OpenDocument, PartId } from './state.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:09a2')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0')
  .build();
const CARD = id('01:00.0');

test('a link and the part below it have a note each', () => {
  const first = applyEdit(machine, { kind: 'note', about: CARD, text: 'hot' }, null);
  const edit = { kind: 'note', about: CARD, on: 'link', text: 'long cable' } as const;
  const second = first && applyEdit(first.machine, edit, null);
  expect(second?.step.title).toBe('note on the link above 0000:01:00.0');
  const noted = second?.machine ?? machine;
  expect([noteOf(noted, CARD), noteOf(noted, CARD, 'link')]).toEqual(['hot', 'long cable']);
  expect(validate(noted)).toEqual([]);
  // Through a file and back.
  const read = readDocument(writeDocument(noted));
  expect(read.ok && read.value.machine.notes).toEqual(noted.notes);
  const gone = applyEdit(noted, { ...edit, text: ' ' }, null);
  expect(gone?.step.title).toBe('no note on the link above 0000:01:00.0');
  expect(gone?.machine.notes).toEqual(first?.machine.notes);
});

test('only functions have a link above them', () => {
  const [host] = machine.hostBridges;
  if (!host) throw new Error('no host');
  const notes = [{ id: 'n' as never, about: host.id, on: 'link', text: 'x' } as const];
  expect(validate({ ...machine, notes })).toHaveLength(1);
});

test('a link is meant as long as its lower end is selected', () => {
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const document = { machine, byId } as unknown as OpenDocument;
  const meant = (...parts: readonly PartId[]) =>
    meantLink({ document, link: CARD, selection: new Set(parts) })?.upper.id ?? null;
  expect(meant(CARD)).toBe(id('00:01.0'));
  expect(meant(id('00:01.0'))).toBeNull();
  expect(meantLink({ document, link: null, selection: new Set([CARD]) })).toBeNull();
  expect(meantLink({ document, link: id('00:01.0'), selection: new Set([id('00:01.0')]) })).toBe(
    null,
  );
});
