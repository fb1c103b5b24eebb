// The browser from npm: @sparticuz/chromium, a Chromium with the libraries and fonts it needs.
//
// Left to itself the package unpacks into the system's temporary folder and takes whatever
// `chromium` already lies there for its own, even half written or without its libraries. So it
// gets a folder of ours, made complete under another name first: a run that dies in the middle, or
// two runs at once, leave nothing half done behind.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FoundBrowser } from './foundBrowser.ts';

const nodeModules = join(import.meta.dirname, '../../node_modules');

export async function unpackBrowser(): Promise<FoundBrowser> {
  const { version } = createRequire(import.meta.url)(
    join(nodeModules, '@sparticuz/chromium/package.json'),
  ) as { version: string };
  const folder = join(nodeModules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
    source: `@sparticuz/chromium ${version}`,
  };
}

async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-unfinished-`);
  await withEnvironment(
    {
      TMPDIR: unfinished,
      // Read while the module loads. Only with it does the package bring its own libraries.
      AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x',
    },
    async () => {
      const { default: packed } = await import('@sparticuz/chromium');
      await packed.executablePath();
    },
  );
  // The packed configuration looks for the packed fonts where the package would have put them.
  writeFileSync(
    join(unfinished, 'fonts/fonts.conf'),
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `  <dir>${folder}/fonts</dir>`,
      '  <dir>/usr/share/fonts</dir>',
      `  <cachedir>${folder}/fonts-cache</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error; // else another run was faster, which is as good
  }
}

/** Runs `work` with other variables, and puts back every one it or we have changed. */
async function withEnvironment(
  changes: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await work();
  } finally {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) delete process.env[name];
    }
    Object.assign(process.env, before);
  }
}
