// Serves the built site on this machine: `npm start`, and the browser tests.
//
//   node scripts/serve.mjs [--port N] [--base /sub/path/] [--host ADDRESS] [--folder DIR]
//
// Without --port it takes 4173, or the next free one. It listens to this machine only unless told
// otherwise: the clipboard and the service worker need localhost or https anyway.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteHandler } from './site/handler.mjs';
import { listen } from './site/listen.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    base: { type: 'string', default: '/' },
    host: { type: 'string', default: '127.0.0.1' },
    folder: { type: 'string', default: join(import.meta.dirname, '../dist/site') },
  },
});
const { folder } = values;

if (!existsSync(join(folder, 'index.html')))
  fail('There is no site yet: run `npm run build` first.');

const wanted = Number(values.port ?? 4173);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  fail(`--port takes a number from 0 to 65535, not '${values.port}'.`);
}
const base = `/${values.base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');

try {
  const { port } = await listen(siteHandler({ folder, base }), {
    port: wanted,
    host: values.host,
    orNext: values.port === undefined,
  });
  const name = values.host === '127.0.0.1' ? 'localhost' : values.host;
  console.log(`Peerlane is at http://${name}:${port}${base}`);
} catch (error) {
  fail(`Cannot listen on port ${wanted}: ${error instanceof Error ? error.message : error}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
