// Keeps the page working without a network. The page itself is asked for first and its last copy
// used when there is no answer; files with a hash in their name never change and come from the
// cache. Nothing but the site's own files is ever touched.

const CACHE = 'peerlane';
const PLAIN_FILES = ['favicon.svg', 'pci-ids.txt', 'example-lspci.txt'];
const base = new URL('./', self.location.href);

self.addEventListener('install', (event) => {
  event.waitUntil(refresh().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(base.href)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else event.respondWith(file(request));
});

async function page(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(refresh().catch(() => {}));
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(base.href);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  const isHashed = request.url.startsWith(`${base.href}assets/`);
  if (kept && isHashed) return kept;
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Takes in the page as it is now with all that it names, and drops what it no longer names. */
async function refresh() {
  const cache = await caches.open(CACHE);
  const index = await fetch(base.href, { cache: 'no-cache' });
  if (!index.ok) return;
  const html = await index.clone().text();
  const named = [...html.matchAll(/"\.\/(assets\/[^"]+)"/g)].map(([, path]) => path);
  const wanted = new Set([...named, ...PLAIN_FILES].map((path) => new URL(path, base).href));
  for (const sheet of named.filter((path) => path.endsWith('.css'))) {
    const at = new URL(sheet, base);
    const text = await (await fetch(at)).text();
    for (const [, font] of text.matchAll(/url\(["']?([^)"']*-latin-wght[^)"']*)["']?\)/g)) {
      wanted.add(new URL(font, at).href);
    }
  }
  for (const url of wanted) {
    if (url.includes('/assets/') && (await cache.match(url))) continue;
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response);
  }
  await cache.put(base.href, index);
  for (const { url } of await cache.keys()) {
    if (url.includes('/assets/') && !wanted.has(url)) await cache.delete(url);
  }
}
