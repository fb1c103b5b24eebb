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
  /** @type {Set<unknown>} */
  const explained = new Set();
  walk(/** @type {Node} */ (/** @type {unknown} */ (program)), (node) => {
    const deferred = deferredImport(node);
    if (deferred) imports.push({ ...deferred, line: line(node.start), names: '*' });
    for (const name of usedNames(node, explained)) uses.push({ name, line: line(node.start) });
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
  const specifier = textOf(/** @type {Node} */ (node.source));
  return specifier === null ? null : { specifier, typeOnly: node.type === 'TSImportType' };
}

/**
 * What a string says, or a template without gaps.
 * @param {Node} node
 * @returns {string | null}
 */
function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const [only, ...more] = /** @type {{ value: { cooked: string } }[]} */ (node.quasis);
  return only && more.length === 0 ? only.value.cooked : null;
}

/**
 * The name in `x.name`, `x['name']` and `{ name: y } = x`, if the code spells it out.
 * @param {unknown} key
 * @param {unknown} computed
 */
function keyOf(key, computed) {
  const node = /** @type {Node} */ (key);
  return node.type === 'Identifier' && !computed ? String(node.name) : textOf(node);
}

/**
 * The names a rule may forbid: `Date.now`, `.innerHTML`, `localStorage`, `new Date()`. A name used in
 * a way that does not show what is taken from it is `Date itself`: an alias, an argument, `Math[key]`.
 * @param {Node} node
 * @param {Set<unknown>} explained nodes whose use their parent has shown; parents come first
 * @returns {string[]}
 */
function usedNames(node, explained) {
  switch (node.type) {
    case 'Identifier':
      return explained.has(node) ? [`${node.name}`] : [`${node.name}`, `${node.name} itself`];
    case 'MemberExpression':
      return takenNames(node.object, [keyOf(node.property, node.computed)], explained);
    case 'VariableDeclarator':
      return unpackedNames(node.id, node.init, explained);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return unpackedNames(node.left, node.right, explained);
    case 'TSTypeReference':
      explained.add(node.typeName);
      return [];
    case 'ImportExpression':
      return textOf(/** @type {Node} */ (node.source)) === null ? ['import(…)'] : [];
    case 'CallExpression':
    case 'NewExpression':
      return calledNames(node, explained);
    default:
      return [];
  }
}

/**
 * What `{ now, parse: read } = Date` takes.
 * @param {unknown} pattern
 * @param {unknown} source
 * @param {Set<unknown>} explained
 */
function unpackedNames(pattern, source, explained) {
  const { type, properties } = /** @type {Node} */ (pattern);
  if (type !== 'ObjectPattern' || !source) return [];
  const keys = /** @type {Node[]} */ (properties).map((each) =>
    each.type === 'Property' ? keyOf(each.key, each.computed) : null,
  );
  return takenNames(source, keys, explained);
}

/**
 * @param {unknown} source
 * @param {(string | null)[]} keys null is a key the code does not spell out
 * @param {Set<unknown>} explained
 */
function takenNames(source, keys, explained) {
  const { type, name } = /** @type {Node} */ (source);
  const spelled = keys.filter((key) => key !== null);
  if (spelled.length === keys.length) explained.add(source);
  const names = spelled.map((key) => `.${key}`);
  if (type !== 'Identifier') return names;
  names.push(...spelled.map((key) => `${name}.${key}`));
  // window.localStorage is localStorage
  return /^(window|globalThis|self)$/.test(String(name)) ? [...names, ...spelled] : names;
}

/**
 * `Date()` whatever it is given, for it ignores that; `new Date()` only when given nothing.
 * @param {Node} node
 * @param {Set<unknown>} explained
 */
function calledNames(node, explained) {
  const callee = /** @type {Node} */ (node.callee);
  const given = /** @type {Node[]} */ (node.arguments);
  if (callee.type !== 'Identifier') return [];
  explained.add(callee);
  if (node.type === 'CallExpression') return [`${callee.name}()`];
  return given.every((each) => each.type === 'SpreadElement') ? [`new ${callee.name}()`] : [];
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
