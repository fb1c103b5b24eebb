import { type DecodedText, decodeText } from '../base/decodeText.ts';
import { err, ok, type Result } from '../base/result.ts';

/** More than the largest machine's dump, and little enough for one page to hold. */
export const MAX_BYTES = 64 * 1024 * 1024;

export type Unreadable = 'too-large' | 'damaged';

/** The text of a file's bytes; gzip is known by its first two bytes, whatever the name says. */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number = MAX_BYTES,
): Promise<Result<DecodedText, Unreadable>> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.length > limit ? err('too-large') : ok(decodeText(bytes));
  const unpacked = await gunzip(bytes, limit);
  return unpacked.ok ? ok(decodeText(unpacked.value)) : unpacked;
}

/** Stops at the limit: a few kilobytes can unfold to gigabytes. */
async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Result<Uint8Array, Unreadable>> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return err('too-large');
      }
      chunks.push(value);
    }
  } catch {
    return err('damaged');
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return ok(all);
}
