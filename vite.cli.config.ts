// The command line: one file that Node runs as it is, with nothing to install beside it.

import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { dataFilesPlugin } from './scripts/site/dataFilesPlugin.mjs';

const entry = join(import.meta.dirname, 'src/cli/main.ts');
const output = join(import.meta.dirname, 'dist/cli/peerlane.js');

function runnable(): Plugin {
  return {
    name: 'peerlane-runnable',
    buildStart() {
      if (!existsSync(entry))
        this.error('The command line has no entry: src/cli/main.ts is missing.');
    },
    transform(code, id) {
      // The output gets its own first line; a second one would be a syntax error.
      return id === entry && code.startsWith('#!') ? { code: `//${code}`, map: null } : null;
    },
    closeBundle(error?: Error) {
      if (!error && existsSync(output)) chmodSync(output, 0o755);
    },
  };
}

export default defineConfig({
  // Names it looks up; machines to start with are the page's.
  plugins: [runnable(), dataFilesPlugin((name) => name.startsWith('pci-ids'))],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: entry,
    outDir: 'dist/cli',
    target: 'node20',
    // Readable, so that a stack trace from somebody's server says something.
    minify: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'peerlane.js',
        codeSplitting: false,
        postBanner: '#!/usr/bin/env node',
      },
    },
  },
});
