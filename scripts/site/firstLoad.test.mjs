import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLoad, scriptsOfPage, staticImports } from './firstLoad.mjs';

test('a page names scripts and what to preload for them', () => {
  expect(
    scriptsOfPage(`
      <script type="module" crossorigin src="./assets/index-1.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/vendor-2.js">
      <link rel="stylesheet" crossorigin href="./assets/index-3.css">`),
  ).toEqual(['assets/index-1.js', 'assets/vendor-2.js']);
});

test.each([
  ['import{a as b,c as $}from"./x.js";', ['./x.js']],
  ['import"./x.js";import"./y.js";', ['./x.js', './y.js']],
  ['import e,{f}from"./x.js";var a=1', ['./x.js']],
  ['import*as e from"./x.js"', ['./x.js']],
  ['var a=1;export{b}from"./x.js";', ['./x.js']],
  ['const a=()=>import("./late.js");', []],
  ['new Worker(new URL("./worker.js",import.meta.url),{type:"module"})', []],
  ['throw Error(`cannot import "./x.js"`)', []],
  ['export{a as b};const c="./x.js";', []],
])('static imports of %s', (code, expected) => {
  expect(staticImports(code)).toEqual(expected);
});

test('the graph is followed, each script counted once, late ones not at all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peerlane-size-'));
  try {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<script type="module" src="./assets/a.js"></script><link rel="modulepreload" href="./assets/b.js">',
    );
    writeFileSync(join(folder, 'assets/a.js'), 'import"./b.js";import("./late.js");');
    writeFileSync(join(folder, 'assets/b.js'), 'import{c}from"./c.js";');
    writeFileSync(join(folder, 'assets/c.js'), 'export const c=1;'.repeat(100));
    writeFileSync(join(folder, 'assets/late.js'), '0');
    const files = firstLoad(folder);
    expect(files.map(({ path }) => path).sort()).toEqual(
      ['a', 'b', 'c'].map((name) => `assets/${name}.js`),
    );
    const c = files.find(({ path }) => path.endsWith('c.js'));
    expect(c?.plain).toBe(1700);
    expect(c?.packed).toBeLessThan(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
