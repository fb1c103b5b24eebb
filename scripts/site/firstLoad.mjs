import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The scripts that a built page loads before anything is asked of it: those that index.html names
 * (module scripts and modulepreload), and what those import statically.
 *
 * @param {string} folder of the built site
 * @returns {{ path: string, plain: number, packed: number }[]} sizes in bytes, gzip for `packed`
 */
export function firstLoad(folder) {
  const waiting = scriptsOfPage(readFileSync(join(folder, 'index.html'), 'utf8'));
  /** @type {Map<string, { path: string, plain: number, packed: number }>} */
  const found = new Map();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const code = readFileSync(join(folder, path));
    found.set(path, { path, plain: code.length, packed: gzipSync(code, { level: 9 }).length });
    for (const name of staticImports(code.toString('utf8'))) {
      waiting.push(posix.join(dirname(path), name));
    }
  }
  return [...found.values()].sort((a, b) => b.packed - a.packed);
}

/** @param {string} html @returns {string[]} */
export function scriptsOfPage(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isScript = tag.startsWith('<script') || /\brel="?modulepreload\b/.test(tag);
    const name = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    return isScript && name ? [posix.normalize(name)] : [];
  });
}

/**
 * Relative modules that built code imports or hands on from, not those it loads late with import().
 * @param {string} code
 * @returns {string[]}
 */
export function staticImports(code) {
  const statement =
    /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["'](\.[^"']+)["']/g;
  // Minified: `import{a as b}from"./x.js"`, `import"./x.js"`, `export{a}from"./x.js"`.
  return [...code.matchAll(statement)].flatMap(([, name]) => (name ? [name] : []));
}
