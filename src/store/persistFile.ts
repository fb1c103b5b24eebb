import { downloadText } from './downloadText.ts';
import type { FileHandle, FileSaver, SavedFile } from './fileSaver.ts';

/** What browsers with a file picker have, and the DOM library does not know yet. */
interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileHandle>;
}

const TYPE = 'application/json';

/** Saves through the browser's file picker where there is one, else as a download. */
export const saveToFile: FileSaver = async (text, suggestedName, handle) => {
  if (handle && (await writeTo(handle, text))) return { kind: 'saved', name: handle.name, handle };
  const { showSaveFilePicker } = window as SavePicker;
  if (!showSaveFilePicker) return download(text, suggestedName);
  try {
    const chosen = await showSaveFilePicker.call(window, {
      suggestedName,
      types: [{ description: 'Peerlane document', accept: { [TYPE]: ['.json'] } }],
    });
    await write(chosen, text);
    return { kind: 'saved', name: chosen.name, handle: chosen };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError') return { kind: 'cancelled' };
    // Not allowed here (a frame, a policy): a download always is.
    if (name === 'SecurityError' || name === 'NotAllowedError') {
      return download(text, suggestedName);
    }
    throw error;
  }
};

/** False when the file may no longer be written: it is asked for again then. */
async function writeTo(handle: FileHandle, text: string): Promise<boolean> {
  try {
    await write(handle, text);
    return true;
  } catch {
    return false;
  }
}

async function write(handle: FileHandle, text: string): Promise<void> {
  const file = await handle.createWritable();
  await file.write(text);
  await file.close();
}

function download(text: string, name: string): SavedFile {
  downloadText(text, name, TYPE);
  return { kind: 'downloaded', name };
}
