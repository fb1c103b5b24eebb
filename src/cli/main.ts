#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EXIT, type Terminal } from './command.ts';
import { run } from './run.ts';

/** The table lies beside the built command, and in `data` when run from source. */
const NAMES_PLACES = ['./pci-ids.txt', '../../data/pci-ids.txt'];

async function readNames(): Promise<string | null> {
  for (const place of NAMES_PLACES) {
    try {
      return await readFile(fileURLToPath(new URL(place, import.meta.url)), 'utf8');
    } catch {
      // Not there: names are a courtesy, the verdicts do without.
    }
  }
  return null;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A reader that closes the pipe (`head`) has seen enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  readFile,
  readStdin,
  readNames,
};

try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  // A fault of ours: status 1 would be an answer.
  process.stderr.write(`peerlane: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = EXIT.usage;
}
