import type { FileHandle } from '../../store/fileSaver.ts';
import type { Actions } from '../../store/state.ts';

/** What browsers with a file picker have, and the DOM library does not know yet. */
interface OpenPicker {
  readonly showOpenFilePicker?: () => Promise<
    readonly (FileHandle & { readonly getFile: () => Promise<File> })[]
  >;
}

/**
 * Asks for a file. With the browser's file picker the file can be written again later; everywhere
 * else an input that nobody sees does.
 */
export async function chooseFile(take: Actions['openFile']): Promise<void> {
  const { showOpenFilePicker } = window as OpenPicker;
  if (!showOpenFilePicker) return chooseByInput(take);
  try {
    const [handle] = await showOpenFilePicker.call(window);
    if (handle) await take(await handle.getFile(), handle);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError') return; // nothing was chosen
    chooseByInput(take); // not allowed here: in a frame, say
  }
}

function chooseByInput(take: Actions['openFile']): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void take(file);
  });
  input.click();
}
