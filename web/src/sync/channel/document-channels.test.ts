import { mock } from 'node:test';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DraftStore } from '../drafts/draft-store.ts';
import { DocumentChannels } from './document-channels.ts';
import { SyncSocket } from './socket.ts';

const name = 'case:0198c0de-0000-7000-8000-000000000001';
const account = { accountId: 'a', name: 'Dr A', specialty: '' };
/** A browser that refuses storage. */
const store = {
  read: () => Promise.reject(new Error('refused')),
  waiting: () => Promise.reject(new Error('refused')),
  write: () => Promise.reject(new Error('refused')),
  remove: () => Promise.reject(new Error('refused')),
  removeAll: () => Promise.reject(new Error('refused')),
} satisfies DraftStore;

let socket: SyncSocket;
let channels: DocumentChannels;
test.before.each(() => {
  const nowhere = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(globalThis, nowhere, { document: nowhere });
  mock.timers.enable({ apis: ['setTimeout'] });
  // Connecting is another test's matter: nothing listens there.
  socket = new SyncSocket({ url: 'ws://127.0.0.1:1', sessionLives: async () => true, onSignedOut: () => undefined });
  channels = new DocumentChannels({ account, socket, store, tab: 't' });
});
test.after.each(() => {
  channels.dispose();
  socket.dispose();
  mock.timers.reset();
});

const attached = () => socket.socket.configuration.providerMap.has(name);
const turns = () => new Promise((done) => setImmediate(done));

// SYNC-20: on a busy computer, a page stayed without news for good.
test('a screen whose first effects come late opens its document all the same', async () => {
  const drawn = channels.find(name);
  mock.timers.tick(5000);
  const letGo = channels.hold(name);
  await turns();
  assert.ok(attached());
  assert.is.not(channels.find(name), drawn);
  letGo();
});

test('whoever lets go and holds again soon finds the same channel; later, another', async () => {
  const letGo = channels.hold(name);
  const first = channels.find(name);
  letGo();
  mock.timers.tick(1000);
  const again = channels.hold(name);
  mock.timers.tick(5000);
  assert.is(channels.find(name), first);
  again();
  mock.timers.tick(5000);
  assert.is.not(channels.find(name), first);
});

test.run();
