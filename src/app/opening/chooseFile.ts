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
  const picked = await showOpenFilePicker.call(window).catch((error: unknown) => {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    if (!isDismissed) chooseByInput(take); // not allowed here: in a frame, say
    return [];
  });
  const [handle] = picked;
  const file = await handle?.getFile().catch(() => null);
  if (file) await take(file, handle);
  else if (handle) chooseByInput(take); // gone since, or not to be read
}

function chooseByInput(take: Actions['openFile']): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) void take(file);
  });
  input.addEventListener('cancel', () => input.remove());
  // One that hangs nowhere may be gone before its dialog has come up.
  document.body.append(input);
  input.click();
}
