import { useEffect, useState } from 'react';
import type { FileHandle } from '../../store/fileSaver.ts';
import { peerlane } from '../../store/peerlane.ts';
import { takePasted } from '../clipboard/takePasted.ts';
import { takesText } from '../commands/keyPresses.ts';

/** What browsers with file handles have, and the DOM library does not know yet. */
interface HandleItem {
  readonly getAsFileSystemHandle?: () => Promise<(FileHandle & { readonly kind: string }) | null>;
}

/**
 * Makes the whole page a place to drop on, and to paste into while nothing that takes text has the
 * focus.
 *
 * @returns whether something is being dragged over the page
 */
export function useDropAndPaste(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (takesText(document.activeElement) || !event.clipboardData) return;
      const isTaken = take(event.clipboardData, takePasted);
      if (isTaken) event.preventDefault();
    };
    const onDragOver = (event: DragEvent) => {
      if (isOwnBusiness(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (isOwnBusiness(event) || !event.dataTransfer) return;
      event.preventDefault();
      take(event.dataTransfer, openDropped);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false); // out of the window
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragleave', onDragLeave);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragleave', onDragLeave);
    };
  }, []);
  return isOver;
}

/** A text dragged within a field is the field's. */
function isOwnBusiness(event: DragEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return takesText(target) && !event.dataTransfer?.types.includes('Files');
}

/** @returns whether there was something to open */
function take(data: DataTransfer, takeText: (data: DataTransfer) => boolean): boolean {
  const { openFile, notify } = peerlane.getState().actions;
  const [file, ...others] = data.files;
  if (file) {
    if (others.length > 0) notify('info', `One machine at a time: ${file.name} is opened.`);
    // The handle must be asked for at once; with it the file can be written again.
    const item = [...data.items].find(({ kind }) => kind === 'file') as HandleItem | undefined;
    const asked = item?.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
    void asked.then((handle) =>
      handle?.kind === 'file' ? openFile(file, handle) : openFile(file),
    );
    return true;
  }
  return takeText(data);
}

function openDropped(data: DataTransfer): boolean {
  const text = data.getData('text/plain');
  if (text !== '') void peerlane.getState().actions.openText(text, 'dropped text');
  return text !== '';
}
