// The page that the frame bench drives. It is built like the site, and lies beside no other output.

import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, '../../node_modules/.cache/bench-canvas'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
