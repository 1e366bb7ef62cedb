// Lets a page that is reloaded without network open all the same: it keeps the application's own files, and nothing else.
// No answer of /api is ever kept: what is clinical rests only where drafts say so (src/sync/drafts).
const shell = 'concertation-shell';
const page = '/';

const isOwn = (url) => url.origin === self.location.origin && !url.pathname.startsWith('/api/');
const isAsset = (url) => url.pathname.startsWith('/assets/');

/** A new page names new files: those of the one before are dropped with it. */
async function keepPage(cache, answer) {
  const [fresh, kept] = await Promise.all([answer.clone().text(), cache.match(page).then((known) => known?.text())]);
  if (fresh === kept) return;
  await Promise.all((await cache.keys()).map((request) => cache.delete(request)));
  await cache.put(page, answer);
}

async function openPage(request) {
  const cache = await caches.open(shell);
  try {
    const answer = await fetch(request);
    const isPage = answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('text/html');
    if (isPage) await keepPage(cache, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(page);
    if (kept) return kept;
    throw error;
  }
}

/** Files of the page: hashed ones never change, the others are asked for first. */
async function openFile(request, url) {
  const cache = await caches.open(shell);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept && isAsset(url)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !isOwn(url)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (isAsset(url) || url.pathname === '/theme.js' || url.pathname === '/favicon.svg')
    event.respondWith(openFile(request, url));
});

/** The page tells which of its files were loaded before this worker was there to see them. */
self.addEventListener('message', (event) => {
  const wanted = (Array.isArray(event.data) ? event.data : [])
    .map((address) => new URL(address, self.location.origin))
    .filter(isOwn);
  event.waitUntil(
    (async () => {
      await openPage(new Request(page, { headers: { accept: 'text/html' } }));
      await Promise.all(wanted.map((url) => openFile(new Request(url), url)));
    })(),
  );
});
