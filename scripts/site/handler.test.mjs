import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteHandler } from './handler.mjs';
import { listen } from './listen.mjs';

const top = mkdtempSync(join(tmpdir(), 'peerlane-site-'));
const folder = join(top, 'site');

/** @type {Awaited<ReturnType<typeof listen>>} */
let atRoot;
/** @type {Awaited<ReturnType<typeof listen>>} */
let below;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/main-abc.js'), 'export {};');
  writeFileSync(join(folder, '.hidden'), 'secret');
  writeFileSync(join(top, 'outside.txt'), 'secret');
  symlinkSync(join(top, 'outside.txt'), join(folder, 'leak.txt'));
  atRoot = await listen(siteHandler({ folder }), { port: 0 });
  below = await listen(siteHandler({ folder, base: '/sub/path/' }), { port: 0 });
});

afterAll(async () => {
  await Promise.all([atRoot.close(), below.close()]);
  rmSync(top, { recursive: true });
});

/**
 * A request with the path exactly as given: fetch() would tidy the dots away before sending.
 * @param {number} port
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function raw(port, path, options = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, agent: false, ...options },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          body += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

test('serves files with their type, the policy, and a fitting life time', async () => {
  const page = await raw(atRoot.port, '/?a=b');
  expect(page.status).toBe(200);
  expect(page.body).toBe('<!doctype html>');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");

  const script = await raw(atRoot.port, '/assets/main-abc.js');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.headers['cache-control']).toContain('immutable');
});

test('answers 304 to a browser that has the file', async () => {
  const { headers } = await raw(atRoot.port, '/');
  const again = await raw(atRoot.port, '/', { headers: { 'If-None-Match': headers.etag ?? '' } });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('HEAD has no body; other methods are refused', async () => {
  expect(await raw(atRoot.port, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await raw(atRoot.port, '/', { method: 'POST' })).toMatchObject({ status: 405 });
});

describe('nothing outside the folder can be named', () => {
  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/assets/..',
    '/leak.txt',
    '/.hidden',
    '//outside.txt',
    '/assets',
    '/gone.txt',
    '/%00',
    '/%zz',
  ])('%s', async (path) => {
    const { status, body } = await raw(atRoot.port, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('secret');
  });
});

test('under a sub-path, only the sub-path exists', async () => {
  expect(await raw(below.port, '/sub/path/')).toMatchObject({ status: 200 });
  expect(await raw(below.port, '/sub/path/assets/main-abc.js')).toMatchObject({ status: 200 });
  const bare = await raw(below.port, '/sub/path');
  expect(bare.status).toBe(301);
  expect(bare.headers.location).toBe('/sub/path/');
  expect(await raw(below.port, '/')).toMatchObject({ status: 404 });
  expect(await raw(below.port, '/assets/main-abc.js')).toMatchObject({ status: 404 });
});

test('takes the next free port when asked to', async () => {
  const next = await listen(siteHandler({ folder }), { port: atRoot.port, orNext: true });
  expect(next.port).toBeGreaterThan(atRoot.port);
  await next.close();
  await expect(listen(siteHandler({ folder }), { port: atRoot.port })).rejects.toThrow(
    'EADDRINUSE',
  );
});
