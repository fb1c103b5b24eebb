import { expect, test } from 'vitest';
import { keptFiles } from './keptFiles.mjs';

test('scripts, sheets, Latin fonts and data are kept; the page, notices and other scripts are not', () => {
  const files = [
    'sw.js',
    'index.html',
    'licenses.md',
    'pci-ids.txt',
    'pci-ids.LICENSE.txt',
    'assets/index-abc.js',
    'assets/index-abc.js.map',
    'assets/engine.worker-def.js',
    'assets/index-abc.css',
    'assets/fira-code-latin-wght-normal-1.woff2',
    'assets/fira-code-latin-ext-wght-normal-2.woff2',
    'assets/fira-code-greek-wght-normal-3.woff2',
  ];
  expect(keptFiles(files)).toEqual([
    'assets/engine.worker-def.js',
    'assets/fira-code-latin-wght-normal-1.woff2',
    'assets/index-abc.css',
    'assets/index-abc.js',
    'pci-ids.txt',
  ]);
});
