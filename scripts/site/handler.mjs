// Answers requests for the built site from one folder, under one base path. Nothing outside the
// folder can be named, nothing is listed, nothing but GET and HEAD is understood.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { cspHeader } from './csp.mjs';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.sketch': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const always = {
  'Content-Security-Policy': cspHeader,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * @param {{ folder: string, base?: string }} site `base` starts and ends with a slash
 * @returns {import('node:http').RequestListener}
 */
export function siteHandler({ folder, base = '/' }) {
  return (request, response) => {
    answer(request, response, folder, base).catch(() => refuse(response, 500, 'Internal error'));
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} folder
 * @param {string} base
 */
async function answer(request, response, folder, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are understood');
  }
  const path = decoded((request.url ?? '/').replace(/[?#].*/, ''));
  if (path === undefined) return refuse(response, 400, 'Bad request');
  if (`${path}/` === base) {
    response.writeHead(301, { ...always, Location: base }).end();
    return;
  }
  const file = path.startsWith(base) ? await fileFor(folder, path.slice(base.length)) : undefined;
  if (!file) return refuse(response, 404, 'Not found');

  const etag = `"${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}"`;
  const headers = {
    ...always,
    'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
    // Names under assets/ carry a hash of their content; all others may change with a build.
    'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': file.size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(file.path);
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

/** @param {string} path */
function decoded(path) {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? undefined : plain;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} name the path below the base, without a leading slash
 */
async function fileFor(folder, name) {
  const parts = (name === '' || name.endsWith('/') ? `${name}index.html` : name).split('/');
  // Hidden files and every way up; a backslash is a separator on some systems.
  if (parts.some((part) => part === '' || part.startsWith('.') || part.includes('\\')))
    return undefined;
  try {
    const path = await realpath(join(folder, ...parts));
    if (!path.startsWith((await realpath(folder)) + sep)) return undefined; // a link that leads out
    const found = await stat(path);
    if (!found.isFile()) return undefined;
    return { path, size: found.size, mtimeMs: found.mtimeMs, hashed: parts[0] === 'assets' };
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function refuse(response, status, text) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...always, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
