import { expect, test } from 'vitest';
import { readDocument } from '../formats/read/readDocument.ts';
import { writeDocument } from '../formats/write/writeDocument.ts';
import { blankMachine } from '../model/blank.ts';
import { fileNameOf } from './fileNameOf.ts';
import type { FileHandle, SavedFile } from './fileSaver.ts';
import { MemoryBrowser } from './memoryDocuments.testkit.ts';
import { EXAMPLE, testPeerlane } from './peerlane.testkit.ts';

const handle: FileHandle = {
  name: 'mine.json',
  createWritable: async () => ({ write: async () => {}, close: async () => {} }),
};

/** A page whose files go where the test says. */
function page(answer: () => Promise<SavedFile>) {
  const saves: { text: string; name: string; handle: FileHandle | null }[] = [];
  let asked = 0;
  const documents = {
    ...new MemoryBrowser().tab(),
    keepForGood: async () => {
      asked++;
    },
  };
  const store = testPeerlane({
    documents,
    files: (text, name, known) => {
      saves.push({ text, name, handle: known });
      return answer();
    },
  });
  const told = () => store.getState().notices.map(({ kind, text }) => [kind, text]);
  return { store, saves, told, asked: () => asked, ...store.getState() };
}

test('the document goes to a file, and the second time into the same one', async () => {
  const { store, saves, told, asked, actions } = page(async () => ({
    kind: 'saved',
    name: 'mine.json',
    handle,
  }));
  await actions.saveFile(); // nothing is open yet
  expect(saves).toEqual([]);
  await actions.openText(EXAMPLE, 'first');
  await actions.saveFile();
  actions.edit({ kind: 'name', name: 'lab 3' });
  await actions.saveFile();
  expect(saves.map((save) => [save.name, save.handle])).toEqual([
    ['pasted lspci, 7 functions.peerlane.json', null],
    ['lab 3.peerlane.json', handle],
  ]);
  expect(told()).toEqual([['info', 'Saved as mine.json.']]);
  expect(asked()).toBe(1);
  const read = readDocument(saves[1]?.text ?? '');
  expect(read.ok && read.value.machine).toEqual(store.getState().document?.machine);

  // Another document never goes into the file of the one before; with undo, that one is back.
  await actions.openText(EXAMPLE, 'second');
  await actions.saveFile();
  actions.undo();
  await actions.saveFile();
  expect(saves.slice(2).map((save) => save.handle)).toEqual([null, handle]);
});

test('a document opened from a file goes back into it, a dump does not', async () => {
  const { saves, actions } = page(async () => ({ kind: 'saved', name: 'x', handle }));
  const text = writeDocument(blankMachine('drawn', 'lab'));
  await actions.openFile(new File([text], 'lab.json'), handle);
  await actions.saveFile();
  await actions.openFile(new File([EXAMPLE], 'dump.txt'), handle);
  await actions.saveFile();
  expect(saves.map((save) => save.handle)).toEqual([handle, null]);
});

test('a dialog that is closed says nothing; a file that is not written does', async () => {
  let outcome: () => Promise<SavedFile> = async () => ({ kind: 'cancelled' });
  const { told, asked, actions } = page(() => outcome());
  await actions.openText(EXAMPLE, 'first');
  await actions.saveFile();
  expect(told()).toEqual([]);
  outcome = () => Promise.reject(new Error('disk full'));
  await actions.saveFile();
  expect(told()).toEqual([['warning', 'The file was not written: disk full.']]);
  expect(asked()).toBe(0);
  outcome = async () => ({ kind: 'downloaded', name: 'a.json' });
  await actions.saveFile();
  expect(told().at(-1)).toEqual(['info', 'Saved as a.json in your downloads.']);
});

test.each([
  ['machine.txt', 'machine'],
  ['dump.log.gz', 'dump'],
  ['a/b\\c:d*?', 'a-b-c-d'],
  ['Größe 2', 'Größe 2'],
  ['../../etc/passwd', 'etc-passwd'],
  ['', 'machine'],
  ['...', 'machine'],
  ['x'.repeat(300), 'x'.repeat(80)],
])('the file of %j is %s.peerlane.json', (name, stem) => {
  expect(fileNameOf(name)).toBe(`${stem}.peerlane.json`);
});
