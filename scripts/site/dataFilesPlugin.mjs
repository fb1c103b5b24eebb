import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = join(import.meta.dirname, '../../data');

/** Tables too large to bundle (data/*.txt), read only when somebody asks for a name in them. */
function dataFiles() {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.txt'));
  } catch {
    return []; // no data folder: nothing to copy
  }
}

/**
 * Copies the tables beside the output under their own names, for the site and the command line
 * alike; while developing, serves them from where they are.
 * @returns {import('vite').Plugin}
 */
export function dataFilesPlugin() {
  return {
    name: 'peerlane-data-files',
    generateBundle() {
      for (const fileName of dataFiles()) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, fileName)) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = basename((request.url ?? '').replace(/\?.*/, ''));
        if (!dataFiles().includes(name)) return next();
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end(readFileSync(join(folder, name)));
      });
    },
  };
}
