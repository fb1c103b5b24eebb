import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

const folder = join(import.meta.dirname, '../../data');

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.json': 'application/json; charset=utf-8',
  '.sketch': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What is read only when somebody asks for it, and so not bundled: tables of names, machines to start
 * with.
 */
function dataFiles() {
  try {
    return readdirSync(folder).filter((name) => extname(name) in types);
  } catch {
    return []; // no data folder: nothing to copy
  }
}

/**
 * Copies the files of data/ beside the output under their own names, for the site and the command line
 * alike; while developing, serves them from where they are.
 * @param {(name: string) => boolean} [isWanted] all are, without
 * @returns {import('vite').Plugin}
 */
export function dataFilesPlugin(isWanted = () => true) {
  return {
    name: 'peerlane-data-files',
    generateBundle() {
      for (const fileName of dataFiles().filter(isWanted)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, fileName)) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = basename((request.url ?? '').replace(/\?.*/, ''));
        if (!dataFiles().includes(name)) return next();
        response.setHeader('Content-Type', types[extname(name)] ?? 'text/plain');
        response.end(readFileSync(join(folder, name)));
      });
    },
  };
}
