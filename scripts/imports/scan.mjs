// Reads one source file: what it imports and which names it uses that some rooms may not.
// Works on the syntax tree, so words in comments and strings do not count.

import { parseSync } from 'vite';

/**
 * @typedef {{ specifier: string, line: number, typeOnly: boolean, names: string[] | '*' }} Import
 * @typedef {{ name: string, line: number }} Use
 * @typedef {{ imports: Import[], uses: Use[], errors: string[] }} Scan
 * @typedef {{ type: string, start: number, [key: string]: unknown }} Node
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {Scan}
 */
export function scan(path, text) {
  const { program, module, errors } = parseSync(path, text);
  const line = lineCounter(text);
  /** @type {Import[]} */
  const imports = [];
  for (const found of module.staticImports) {
    const { entries, moduleRequest } = found;
    imports.push({
      specifier: moduleRequest.value,
      line: line(moduleRequest.start),
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
      names: namesOf(entries.map((entry) => entry.importName)),
    });
  }
  for (const { entries } of module.staticExports) {
    for (const entry of entries) {
      if (entry.moduleRequest === null) continue;
      imports.push({
        specifier: entry.moduleRequest.value,
        line: line(entry.moduleRequest.start),
        typeOnly: entry.isType,
        names: namesOf([entry.importName]),
      });
    }
  }
  /** @type {Use[]} */
  const uses = [];
  walk(/** @type {Node} */ (/** @type {unknown} */ (program)), (node) => {
    const deferred = deferredImport(node);
    if (deferred) imports.push({ ...deferred, line: line(node.start), names: '*' });
    for (const name of usedNames(node)) uses.push({ name, line: line(node.start) });
  });
  return { imports, uses, errors: errors.map((error) => error.message) };
}

/** @param {{ kind: string, name?: string | null }[]} importNames */
function namesOf(importNames) {
  const names = [];
  for (const { kind, name } of importNames) {
    if (kind === 'Name' && name) names.push(name);
    else if (kind === 'Default') names.push('default');
    else return /** @type {const} */ ('*');
  }
  return names;
}

/**
 * `import('./x.ts')` as an expression (a value, later) or as a type.
 * @param {Node} node
 */
function deferredImport(node) {
  if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return null;
  const source = /** @type {{ type: string, value?: unknown }} */ (node.source ?? node.argument);
  if (typeof source?.value !== 'string') return null;
  return { specifier: source.value, typeOnly: node.type === 'TSImportType' };
}

/**
 * The names a rule may forbid: `Date.now`, `.innerHTML`, `localStorage`, `new Date()`.
 * @param {Node} node
 * @returns {string[]}
 */
function usedNames(node) {
  if (node.type === 'Identifier') return [/** @type {string} */ (node.name)];
  if (node.type === 'MemberExpression' && !node.computed) {
    const object = /** @type {Node} */ (node.object);
    const property = /** @type {Node} */ (node.property);
    const names = [`.${property.name}`];
    if (object.type !== 'Identifier') return names;
    names.push(`${object.name}.${property.name}`);
    // window.localStorage is localStorage
    const isGlobal = /^(window|globalThis|self)$/.test(String(object.name));
    return isGlobal ? [...names, String(property.name)] : names;
  }
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const callee = /** @type {Node} */ (node.callee);
    const bare =
      callee.type === 'Identifier' && /** @type {unknown[]} */ (node.arguments).length === 0;
    if (!bare) return [];
    return [`${node.type === 'NewExpression' ? 'new ' : ''}${callee.name}()`];
  }
  return [];
}

/**
 * Visits every node but the words that only label something: `x.label`, `{ label: 1 }`.
 * @param {Node} node
 * @param {(node: Node) => void} visit
 */
function walk(node, visit) {
  visit(node);
  for (const [place, child] of Object.entries(node)) {
    if ((place === 'property' || place === 'key') && node.computed !== true) continue;
    for (const item of Array.isArray(child) ? child : [child]) {
      if (typeof item === 'object' && item !== null && typeof item.type === 'string') {
        walk(/** @type {Node} */ (item), visit);
      }
    }
  }
}

/** @param {string} text */
function lineCounter(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (/** @type {number} */ offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (starts[middle]) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
