import { describe, expect, test } from 'vitest';
import { checkTree } from './imports/check.mjs';

/**
 * The problems of a small tree, as `file: text`.
 * @param {Record<string, string>} tree
 */
function problemsOf(tree) {
  return checkTree(new Map(Object.entries(tree))).map(({ file, text }) => `${file}: ${text}`);
}

const empty = 'export {};\n';

describe('directions', () => {
  test('a room may import itself, its row, and what that row names', () => {
    const tree = {
      'src/base/hex.ts': empty,
      'src/model/machine.ts': "import '../base/hex.ts';\n",
      'src/engine/pci/walk.ts': "import '../../model/machine.ts';\n",
      'src/engine/acs/flags.ts': "import '../pci/walk.ts';\nimport '../../base/hex.ts';\n",
      'src/engine/p2pdma/distance.ts': "import '../acs/flags.ts';\n",
      'src/engine/analyze.ts': "import './p2pdma/distance.ts';\n",
      'src/app/main.tsx': "import '../engine/analyze.ts';\nimport './theme.css';\n",
    };
    expect(problemsOf(tree)).toEqual([]);
  });

  test.each([
    ['src/base/a.ts', 'src/model/b.ts'],
    ['src/model/a.ts', 'src/engine/report.ts'],
    ['src/engine/acs/a.ts', 'src/engine/p2pdma/b.ts'],
    ['src/engine/link/a.ts', 'src/engine/acs/b.ts'],
    ['src/engine/pci/a.ts', 'src/engine/report.ts'],
    ['src/formats/read/a.ts', 'src/engine/report.ts'],
    ['src/formats/read/a.ts', 'src/formats/write/b.ts'],
    ['src/canvas/a.ts', 'src/panels/b.ts'],
    ['src/cli/a.ts', 'src/worker/b.ts'],
    ['e2e/a.spec.ts', 'src/model/b.ts'],
  ])('%s may not import %s', (from, to) => {
    const specifier = `${'../'.repeat(from.split('/').length - 1)}${to}`;
    const found = problemsOf({ [from]: `import { b } from '${specifier}';\n`, [to]: empty });
    expect(found).toEqual([
      expect.stringContaining(`may not import ${to.replace(/\/[^/]+$/, '')}`),
    ]);
  });

  test('re-exports, deferred imports and type expressions count as imports', () => {
    const tree = {
      'src/engine/report.ts': empty,
      'src/model/a.ts': "export { x } from '../engine/report.ts';\n",
      'src/model/b.ts': "export const later = () => import('../engine/report.ts');\n",
      'src/model/c.ts': "export type R = import('../engine/report.ts').Report;\n",
      'src/model/d.ts': 'export const later = () => import(`../engine/report.ts`);\n',
    };
    expect(problemsOf(tree)).toEqual(
      ['a', 'b', 'c', 'd'].map((file) =>
        expect.stringMatching(`${file}.ts: src/model may not import src/engine `),
      ),
    );
  });

  test('writers may take types, and only types, from the report', () => {
    const tree = {
      'src/engine/report.ts': empty,
      'src/formats/write/a.ts': "import type { Report } from '../../engine/report.ts';\n",
      'src/formats/write/b.ts': "import { type Report } from '../../engine/report.ts';\n",
      'src/formats/write/c.ts': "import { empty } from '../../engine/report.ts';\n",
    };
    expect(problemsOf(tree)).toEqual([expect.stringMatching(/c\.ts: .*only types/)]);
  });

  test('tests may import anything, but nothing may import tests', () => {
    const tree = {
      'src/engine/analyze.ts': empty,
      'src/base/hex.test.ts': "import '../engine/analyze.ts';\nimport 'node:fs';\n",
      'src/base/hex.ts': "import './hex.test.ts';\n",
    };
    expect(problemsOf(tree)).toEqual(['src/base/hex.ts: imports test code (src/base/hex.test.ts)']);
  });

  test('a file outside every room is a problem', () => {
    expect(problemsOf({ 'src/utils/misc.ts': empty })).toEqual([
      expect.stringContaining('lies in no room'),
    ]);
  });
});

describe('cycles', () => {
  test('a cycle is shown as the way around it', () => {
    const tree = {
      'src/base/a.ts': "import { b } from './b.ts';\n",
      'src/base/b.ts': "import { c } from './c.ts';\n",
      'src/base/c.ts': "import { a } from './a.ts';\n",
      'src/base/d.ts': "import { a } from './a.ts';\n",
    };
    expect(problemsOf(tree)).toEqual([
      'src/base/a.ts: is in an import cycle: src/base/a.ts → src/base/b.ts → src/base/c.ts → src/base/a.ts',
    ]);
  });

  test('type imports, tests and a file importing itself count', () => {
    const tree = {
      'src/base/a.ts': "import type { B } from './b.ts';\n",
      'src/base/b.ts': "import type { A } from './a.ts';\n",
      'src/base/x.test.ts': "import './y.test.ts';\n",
      'src/base/y.test.ts': "import './x.test.ts';\n",
      'src/base/self.ts': "import './self.ts';\n",
    };
    expect(problemsOf(tree)).toHaveLength(3);
  });
});

describe('packages', () => {
  test.each([
    ['src/model/a.ts', 'react'],
    ['src/store/a.ts', 'react-dom/client'],
    ['src/engine/pci/a.ts', 'd3-hierarchy'],
    ['src/app/a.ts', 'zustand'],
    ['src/app/a.ts', 'node:fs'],
    ['src/formats/read/a.ts', 'some-parser'],
    ['src/app/a.ts', 'idb'],
    ['src/engine/pci/a.ts', 'zod/mini'],
    ['src/cli/a.ts', 'zod/mini'],
  ])('%s may not import %s', (file, name) => {
    const found = problemsOf({ [file]: `import { x } from '${name}';\n` });
    expect(found).toEqual([expect.stringContaining(name.replace(/\/.+$/, ''))]);
  });

  test('zod comes in by zod/mini only, and only where input comes in', () => {
    const take = (/** @type {string} */ from) => `import * as z from '${from}';\n`;
    const tree = {
      'src/model/mini.ts': take('zod/mini'),
      'src/formats/read/mini.ts': take('zod/mini'),
      'src/model/full.ts': take('zod'),
      'src/formats/read/core.ts': take('zod/v4/core'),
      'src/store/full.ts': take('zod'),
      'src/base/mini.ts': take('zod/mini'),
    };
    expect(problemsOf(tree)).toEqual([
      "src/model/full.ts: src/model may not import 'zod': take 'zod/mini'",
      "src/formats/read/core.ts: src/formats/read may not import 'zod/v4/core': take 'zod/mini'",
      "src/store/full.ts: src/store may not import 'zod': take 'zod/mini'",
      expect.stringContaining("src/base may not import 'zod'"),
    ]);
  });

  test('panels take scales from d3 and nothing else; nobody takes all of it', () => {
    const tree = {
      'src/panels/good.ts': "import { scaleLinear } from 'd3';\n",
      'src/panels/bad.ts': "import { select } from 'd3';\n",
      'src/canvas/good.ts': "import { select, zoom } from 'd3';\n",
      'src/canvas/bad.ts': "import * as d3 from 'd3';\n",
    };
    expect(problemsOf(tree).map((each) => each.split(':')[0])).toEqual([
      'src/panels/bad.ts',
      'src/canvas/bad.ts',
    ]);
  });
});

describe('names', () => {
  test.each([
    'Date.now()',
    "Date['now']()",
    '(({ now }) => now)(Date)',
    '(({ now } = Date) => now())()',
    'new Date()',
    'new Date',
    'new Date().getTime()',
    'new Date(...[])',
    'new globalThis.Date()',
    'Reflect.construct(Date, [])',
    'Date(0)',
    'Math.random()',
    'Math?.random()',
    "Math['random']()",
    'Math[`random`]()',
    "Math['ran' + 'dom']()",
    '(Math as { random(): number }).random()',
    'performance.now()',
    'globalThis.performance',
    "'a'.localeCompare('b')",
    "'a'['localeCompare']('b')",
  ])('a pure room may not use %s', (code) => {
    const text = `export const x = ${code};\n`;
    expect(problemsOf({ 'src/engine/tlp/a.ts': text })).not.toEqual([]);
    expect(problemsOf({ 'src/engine/tlp/a.test.ts': text })).toEqual([]);
    expect(problemsOf({ 'src/app/a.ts': text })).toEqual([]);
  });

  test.each([
    ['{ now }', 'Date', 'Date.now'],
    ['{ now: clock }', 'Date', 'Date.now'],
    ["{ ['now']: clock }", 'Date', 'Date.now'],
    ['{ max, random }', 'Math', 'Math.random'],
    ['{ max, ...rest }', 'Math', 'Math itself'],
    ['{ localeCompare }', "''", 'localeCompare'],
  ])('unpacking is use: %s = %s', (pattern, source, name) => {
    const unpacked = expect.stringContaining(`uses ${name}: `);
    expect(problemsOf({ 'src/base/a.ts': `const ${pattern} = ${source};\n` })).toEqual([unpacked]);
    expect(problemsOf({ 'src/base/a.ts': `(${pattern} = ${source});\n` })).toEqual([unpacked]);
  });

  test('comments, strings, labels and fixed dates are no use of a name', () => {
    const text = [
      '// Math.random would be wrong here',
      "export const said = 'Date.now()';",
      'export const report = { performance: 1, crypto: 2 };',
      'export const seen = report.performance;',
      'export const fixed: Date = new Date(0);',
      'export const most = Math.max(1, 2) + Math.PI;',
      'export const { min } = Math;',
      '',
    ].join('\n');
    expect(problemsOf({ 'src/engine/tlp/a.ts': text })).toEqual([]);
  });

  test('storage only in the persistence of the store; markup from text nowhere', () => {
    const tree = {
      'src/store/persistence.ts': 'export const s = window.localStorage;\n',
      'src/store/session.ts': 'export const s = localStorage;\n',
      'src/store/other.ts': 'const { localStorage: s } = window;\n',
      'src/panels/a.ts': "document.body.innerHTML = '';\n",
      'src/panels/b.ts': "document.body['innerHTML'] = '';\n",
    };
    expect(problemsOf(tree)).toEqual([
      expect.stringMatching(/session\.ts: uses localStorage/),
      expect.stringMatching(/other\.ts: uses localStorage/),
      expect.stringMatching(/panels\/a\.ts: uses innerHTML/),
      expect.stringMatching(/panels\/b\.ts: uses innerHTML/),
    ]);
  });
});

describe('files', () => {
  test('400 lines are enough', () => {
    expect(problemsOf({ 'src/base/a.ts': 'export {};\n'.repeat(1) + '\n'.repeat(399) })).toEqual(
      [],
    );
    expect(problemsOf({ 'src/base/a.ts': 'export {};\n'.repeat(1) + '\n'.repeat(400) })).toEqual([
      expect.stringContaining('has 401 lines'),
    ]);
  });

  test('imports name a real file with its extension', () => {
    const found = problemsOf({ 'src/base/a.ts': "import './b';\nimport './gone.ts';\n" });
    expect(found).toEqual([
      expect.stringContaining('does not name a .ts'),
      expect.stringContaining('does not exist'),
    ]);
  });

  test.each([
    ['src/base/a.ts', '../engine/analyze.js', 'does not name a .ts'],
    ['src/base/a.test.ts', '../engine/analyze.js', 'does not name a .ts'],
    ['src/base/a.ts', '../engine/analyze.mjs', 'does not name a .ts'],
    ['src/app/a.ts', './data.json?raw', 'does not name a .ts'],
    ['src/app/a.ts', '../engine/data.json', 'does not name a .ts'],
    ['src/base/a.ts', '../../scripts/foo.mjs', 'lies in no room'],
    ['src/base/a.ts', '../../scripts/foo.ts', 'lies in no room'],
    ['src/base/a.ts', '../../../elsewhere/foo.ts', 'lies in no room'],
    ['src/app/a.ts', '../../node_modules/zod/index.js', 'lies in no room'],
    ['src/app/a.ts', '/src/engine/analyze.ts', 'does not exist'],
    ['src/base/a.ts', './theme.css', 'a style sheet'],
    ['src/panels/a.ts', '../app/theme.css', 'may not import src/app'],
  ])('%s may not name %s', (file, specifier, message) => {
    const tree = { 'src/engine/analyze.ts': empty, [file]: `import '${specifier}';\n` };
    expect(problemsOf(tree)).toEqual([expect.stringContaining(message)]);
  });

  test('a deferred import writes its path out', () => {
    const text = "export const later = (name: string) => import('./' + name);\n";
    expect(problemsOf({ 'src/app/a.ts': text })).toEqual([
      expect.stringContaining('uses import(…)'),
    ]);
    expect(problemsOf({ 'src/app/a.test.ts': text })).toEqual([]);
  });
});
