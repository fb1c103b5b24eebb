// Names that may not be used, and where. Tests are exempt.

import { storageFiles } from './rooms.mjs';

const impure = 'the same document and seed must give the same bytes everywhere';
const hidden = `${impure}, and this hides what is taken from it`;
const locale = `${impure}, and this asks the reader's locale`;
const markup = 'text from outside must never become markup; use textContent or React';
const storage = "storage belongs to the store's persistence";

/** @type {Readonly<Record<string, string>>} */
const inPureRooms = {
  'Date.now': impure,
  'new Date()': impure,
  'Date()': impure,
  'Date itself': hidden,
  'Math.random': impure,
  'Math itself': hidden,
  globalThis: hidden,
  performance: impure,
  crypto: impure,
  Intl: locale,
  '.localeCompare': locale,
  '.toLocaleString': locale,
  '.toLocaleLowerCase': locale,
  '.toLocaleUpperCase': locale,
};

/** @type {Readonly<Record<string, string>>} */
const anywhere = {
  '.innerHTML': markup,
  '.outerHTML': markup,
  '.insertAdjacentHTML': markup,
  'document.write': markup,
  'import(…)': 'a path put together at run time cannot be checked; write it out',
};

/** @type {Readonly<Record<string, string>>} */
const outsidePersistence = {
  localStorage: storage,
  sessionStorage: storage,
  indexedDB: storage,
};

/**
 * @param {string} file
 * @param {boolean} pure
 * @param {string} name
 * @returns {string[]}
 */
export function forbiddenUses(file, pure, name) {
  const tables = [anywhere];
  if (pure) tables.push(inPureRooms);
  if (!storageFiles.test(file)) tables.push(outsidePersistence);
  return tables
    .filter((table) => Object.hasOwn(table, name))
    .map((table) => `uses ${name.replace(/^\./, '')}: ${table[name]}`);
}
