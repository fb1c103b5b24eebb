// Holds a tree of source files against the table in rooms.mjs. Pure: paths and texts in, problems out.

import { posix } from 'node:path';
import { findCycles } from './cycles.mjs';
import {
  dataFiles,
  maxLines,
  packageRules,
  pureRooms,
  rooms,
  styleSheets,
  testCode,
  typesAllowed,
} from './rooms.mjs';
import { scan } from './scan.mjs';
import { forbiddenUses } from './uses.mjs';

/** @typedef {{ file: string, line: number, text: string }} Problem */

/**
 * @param {ReadonlyMap<string, string>} files path from the project's root → text
 * @returns {Problem[]}
 */
export function checkTree(files) {
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();

  for (const [file, text] of files) {
    const report = (/** @type {number} */ line, /** @type {string} */ message) =>
      problems.push({ file, line, text: message });
    const room = roomOf(file);
    const isTest = testCode.test(file);
    if (room === undefined) {
      report(1, 'lies in no room; the rooms are listed in scripts/imports/rooms.mjs');
      continue;
    }
    const lines = text.split('\n').length - 1;
    if (file.startsWith('src/') && lines > maxLines) {
      report(maxLines + 1, `has ${lines} lines; at most ${maxLines}, split it`);
    }
    const { imports, uses, errors } = scan(file, text);
    for (const error of errors) report(1, error);

    /** @type {string[]} */
    const targets = [];
    for (const found of imports) {
      if (!/^[./]/.test(found.specifier)) {
        if (!isTest) reportAll(report, found.line, packageProblems(room, found));
        continue;
      }
      const bare = found.specifier.replace(/\?.*$/, '');
      const target = posix.join(posix.dirname(file), bare);
      if (isTest && roomOf(target) === undefined) continue;
      // Data is imported as what it is, with nothing asked of the bundler.
      if (dataFiles.test(found.specifier) && (isTest || roomOf(target) === room)) continue;
      const problem = targetProblem(room, target, files);
      if (problem) {
        report(found.line, `imports '${found.specifier}', ${problem}`);
        continue;
      }
      if (files.has(target)) targets.push(target);
      if (!isTest) reportAll(report, found.line, directionProblems(room, target, found.typeOnly));
    }
    graph.set(file, targets);
    if (!isTest) {
      for (const use of uses) {
        reportAll(report, use.line, forbiddenUses(file, pureRooms.includes(room), use.name));
      }
    }
  }

  for (const cycle of findCycles(graph)) {
    const file = cycle[0] ?? '';
    problems.push({ file, line: 1, text: `is in an import cycle: ${cycle.join(' → ')}` });
  }
  return problems;
}

/**
 * @param {(line: number, message: string) => void} report
 * @param {number} line
 * @param {string[]} messages
 */
function reportAll(report, line, messages) {
  for (const message of messages) report(line, message);
}

/** @param {string} file */
function roomOf(file) {
  for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) {
    if (folder in rooms) return folder;
  }
  return undefined;
}

/**
 * Whether a relative import names a file this check can follow.
 * @param {string} room
 * @param {string} target
 * @param {ReadonlyMap<string, string>} files
 */
function targetProblem(room, target, files) {
  if (roomOf(target) === undefined) return 'which lies in no room';
  if (styleSheets.test(target)) {
    return pureRooms.includes(room) ? `a style sheet, though ${room} draws nothing` : undefined;
  }
  if (!/\.tsx?$/.test(target)) return 'which does not name a .ts, .tsx or .css file';
  return files.has(target) ? undefined : 'which does not exist';
}

/** @type {Map<string, ReadonlySet<string>>} */
const reachable = new Map();

/**
 * The room itself, what its row names, and what those rows name in turn.
 * @param {string} room
 */
function mayImport(room) {
  const known = reachable.get(room);
  if (known) return known;
  const all = new Set([room]);
  for (const member of all) for (const next of rooms[member] ?? []) all.add(next);
  reachable.set(room, all);
  return all;
}

/**
 * @param {string} room
 * @param {string} target
 * @param {boolean} typeOnly
 */
function directionProblems(room, target, typeOnly) {
  if (testCode.test(target)) return [`imports test code (${target})`];
  const targetRoom = roomOf(target) ?? '';
  if (mayImport(room).has(targetRoom)) return [];
  const types = typesAllowed[room]?.includes(target) ?? false;
  if (types && typeOnly) return [];
  return [
    types
      ? `${room} may take only types from ${target}: use 'import type'`
      : `${room} may not import ${targetRoom} (${target})`,
  ];
}

/**
 * @param {string} room
 * @param {import('./scan.mjs').Import} found
 */
function packageProblems(room, { specifier, names }) {
  const name = specifier.startsWith('node:')
    ? specifier
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const rule = packageRules.find((candidate) => candidate.package.test(name));
  if (!rule) {
    return pureRooms.includes(room) ? [`${room} may not import the package '${name}'`] : [];
  }
  if (!rule.rooms.includes(room)) return [`${room} may not import '${name}': ${rule.why}`];
  if (rule.entry && specifier !== rule.entry) {
    return [`${room} may not import '${specifier}': take '${rule.entry}'`];
  }
  if (names === '*' && name === 'd3')
    return ["takes all of 'd3' by namespace, which keeps all of it"];
  const only = rule.names?.[room];
  const wrong = only ? (names === '*' ? ['*'] : names.filter((each) => !only.test(each))) : [];
  return wrong.map((each) => `${room} may not take '${each}' from '${name}': ${rule.why}`);
}
