import { desktop } from './desktop.mjs';
import { epycWorkstation } from './epycWorkstation.mjs';
import { lspciText } from './lspciText.mjs';
import { documentText } from './machine.mjs';
import { twoSocketServer } from './twoSocketServer.mjs';

/**
 * File name below data/ and contents of each machine that the page offers to start with.
 * @returns {readonly (readonly [string, string])[]}
 */
export function examples() {
  return [
    ['example.peerlane.json', documentText(twoSocketServer())],
    ['epyc.peerlane.json', documentText(epycWorkstation())],
    ['desktop-no-root.txt', lspciText(desktop())],
  ];
}
