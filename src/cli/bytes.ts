import { gunzipSync } from 'node:zlib';
import type { Terminal } from './command.ts';
import { UsageError } from './usageError.ts';

/** Compressed input may not unfold to more than this. */
const MAX_BYTES = 256 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`; a {@link UsageError} where there are none. */
export async function readBytes(path: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    return path === '-' ? await terminal.readStdin() : await terminal.readFile(path);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be opened: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Bytes as they are, or unpacked where they begin as `.gz` does. */
export function unpack(bytes: Uint8Array, path: string): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    throw new UsageError(
      `${path} cannot be unpacked: ${error instanceof Error ? error.message : error}`,
    );
  }
}
