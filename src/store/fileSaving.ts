import type { StoreApi } from 'zustand/vanilla';
import { writeDocument } from '../formats/write/writeDocument.ts';
import type { DocumentStore } from './documentStore.ts';
import { fileNameOf } from './fileNameOf.ts';
import type { FileHandle, FileSaver } from './fileSaver.ts';
import type { Origin, PeerlaneState } from './state.ts';

export interface FileSavingParts {
  readonly store: StoreApi<PeerlaneState>;
  readonly save: FileSaver;
  readonly documents: DocumentStore | null;
}

/** Saves the document to files, and knows which document went to which file. */
export class FileSaving {
  readonly #parts: FileSavingParts;
  /** By origin: undo may bring an earlier document back, and it has another file. */
  readonly #handles = new WeakMap<Origin, FileHandle>();

  #isKeptForGood = false;

  constructor(parts: FileSavingParts) {
    this.#parts = parts;
  }

  /** Only a document goes back into its own file: a dump is nobody's to write over. */
  openedFrom(origin: Origin, handle: FileHandle): void {
    if (origin.format === 'document') this.#handles.set(origin, handle);
  }

  async saveFile(): Promise<void> {
    const { store, save, documents } = this.#parts;
    const { document, actions } = store.getState();
    if (!document) return;
    const { machine, origin } = document;
    const handle = this.#handles.get(origin) ?? null;
    try {
      // Nothing is waited for before: browsers ask where to only right after a key or a click.
      const saved = await save(writeDocument(machine), fileNameOf(machine.name), handle);
      if (saved.kind === 'cancelled') return;
      if (saved.kind === 'saved') this.#handles.set(origin, saved.handle);
      const where = saved.kind === 'downloaded' ? ' in your downloads' : '';
      actions.notify('info', `Saved as ${saved.name}${where}.`);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      actions.notify('warning', `The file was not written: ${words}.`);
      return;
    }
    if (this.#isKeptForGood) return;
    // Whoever saves means to keep: the browser is asked not to clear what it holds.
    this.#isKeptForGood = true;
    await documents?.keepForGood().catch(() => {});
  }
}
