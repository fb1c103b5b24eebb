// Keeps the page working without a network. The page itself is asked for first and its last copy
// used when there is no answer; files with a hash in their name never change and come from the
// cache. Nothing but the site's own files is ever touched.

const CACHE = 'peerlane';
// What the build wrote: every file that the page may ask for, its worker and late scripts included.
const LIST = 'kept-files.json';
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

/** Takes in the page as it is now with all that it may ask for, and drops what it no longer needs. */
async function refresh() {
  const cache = await caches.open(CACHE);
  const [index, list] = await Promise.all(
    [base, new URL(LIST, base)].map((url) => fetch(url, { cache: 'no-cache' })),
  );
  if (!index.ok || !list.ok) return;
  const wanted = new Set((await list.json()).map((path) => new URL(path, base).href));
  for (const url of wanted) {
    if (url.startsWith(`${base.href}assets/`) && (await cache.match(url))) continue;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) return;
    await cache.put(url, response);
  }
  await cache.put(base.href, index);
  // Another tab may still run the page before this one, whose late scripts nobody else has.
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length > 1) return;
  for (const { url } of await cache.keys()) {
    if (url !== base.href && !wanted.has(url)) await cache.delete(url);
  }
}
