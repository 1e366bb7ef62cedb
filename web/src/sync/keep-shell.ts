const told = /\/(assets\/|theme\.js$|favicon\.svg$)/;

/**
 * Has the browser keep the application's own files, so that a document being written opens again after a reload without
 * network. A browser that refuses goes on as before, online.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => told.test(name));
  navigator.serviceWorker
    .register('/service-worker.js')
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage(loaded))
    // Without it everything works but a reload without network: nothing to tell anybody.
    .catch(() => undefined);
}
