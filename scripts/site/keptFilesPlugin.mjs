import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { keptFiles } from './keptFiles.mjs';

/**
 * Writes kept-files.json beside the built page, for the service worker. It lists what lies in the
 * folder in the end: scripts of workers never pass through the bundle that plugins see.
 * @returns {import('vite').Plugin}
 */
export function keptFilesPlugin() {
  return {
    name: 'peerlane-kept-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (!dir) return;
        const files = readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
        const list = keptFiles(files.filter((name) => name !== 'kept-files.json'));
        writeFileSync(join(dir, 'kept-files.json'), `${JSON.stringify(list, null, 1)}\n`);
      },
    },
  };
}
