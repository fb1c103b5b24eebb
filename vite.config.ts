// The site. `vite.cli.config.ts` builds the command line from the same engine.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildFacts } from './scripts/site/buildFacts.mjs';
import { chunkGroups } from './scripts/site/chunks.mjs';
import { cspPlugin } from './scripts/site/cspPlugin.mjs';
import { dataFilesPlugin } from './scripts/site/dataFilesPlugin.mjs';
import { keptFilesPlugin } from './scripts/site/keptFilesPlugin.mjs';

export default defineConfig({
  // Relative, so that the built site runs under any path of any host.
  base: './',
  define: { __PEERLANE_BUILD__: JSON.stringify(buildFacts()) },
  plugins: [react(), cspPlugin(), dataFilesPlugin(), keptFilesPlugin()],
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    // light-dark() as written: every browser since May 2024 knows it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A small file turned into a data: address would be refused by the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } },
  },
  worker: { format: 'es' },
});
