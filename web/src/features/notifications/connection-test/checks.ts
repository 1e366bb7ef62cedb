import { longestDelay, syncPath } from '@concertation/shared/contracts';
import { call } from '../../../api/index.ts';
import { estimateRates } from './estimate-rates.ts';
import { findPaths } from './find-paths.ts';
import { bestPath, type PathsFound } from './paths.ts';
import { loadOf, type Rates } from './rates.ts';

/** In the order in which they are made: those that ask for a permission come last. */
export const checkNames = [
  'browser',
  'network',
  'live',
  'storage',
  'bandwidth',
  'media',
  'microphone',
  'camera',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What a check found. `delay`: milliseconds of a round trip; `paths`: null where this server carries no call. */
export type Found = { passed: boolean; delay?: number; paths?: PathsFound | null; rates?: Rates };

const openWithinMs = 8_000;
const samples = 5;

const needed = [
  () => isSecureContext,
  () => 'WebSocket' in window && 'indexedDB' in window && 'RTCPeerConnection' in window,
  () => 'mediaDevices' in navigator,
  () => CSS.supports('color', 'light-dark(#000, #fff)'),
  () => typeof Promise.withResolvers === 'function',
];

function checkBrowser(): Promise<Found> {
  return Promise.resolve({ passed: needed.every((has) => has()) });
}

/** The middle one of some round trips: the first also opens the connection. */
async function checkNetwork(): Promise<Found> {
  const delays: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const began = performance.now();
    await call('readConnectionTest');
    delays.push(performance.now() - began);
  }
  const delay = Math.round(delays.toSorted((one, other) => one - other)[Math.floor(samples / 2)] ?? 0);
  return { passed: delay <= longestDelay, delay };
}

/** The socket that carries what people write: its upgrade is what firewalls refuse. */
function checkLive(): Promise<Found> {
  const url = new URL(syncPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new Promise((done) => {
    const socket = new WebSocket(url);
    const end = (passed: boolean) => {
      clearTimeout(limit);
      socket.close();
      done({ passed });
    };
    const limit = setTimeout(() => end(false), openWithinMs);
    socket.addEventListener('open', () => end(true));
    socket.addEventListener('error', () => end(false));
  });
}

/** Keeps something on the disk and reads it again, as an edit is kept while the network is away. */
function checkStorage(): Promise<Found> {
  const name = 'concertation-test';
  return new Promise((done) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('test'));
    opening.addEventListener('error', () => done({ passed: false }));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const kept = database.transaction('test', 'readwrite');
      kept.objectStore('test').put('kept', 'key');
      const reading = kept.objectStore('test').get('key');
      const end = (passed: boolean) => {
        database.close();
        indexedDB.deleteDatabase(name);
        done({ passed });
      };
      kept.addEventListener('complete', () => end(reading.result === 'kept'));
      kept.addEventListener('error', () => end(false));
      kept.addEventListener('abort', () => end(false));
    });
  });
}

async function checkBandwidth(): Promise<Found> {
  const rates = await estimateRates();
  return { passed: loadOf(rates) !== 'nothing', rates };
}

async function checkMedia(): Promise<Found> {
  const paths = await findPaths();
  return { passed: !paths || bestPath(paths) !== 'none', paths };
}

/** Opens a device and lets go of it at once. */
async function checkDevice(asked: MediaStreamConstraints): Promise<Found> {
  const stream = await navigator.mediaDevices.getUserMedia(asked);
  const tracks = stream.getTracks();
  const passed = tracks.some(({ readyState }) => readyState === 'live');
  for (const track of tracks) track.stop();
  return { passed };
}

const checks: Record<CheckName, () => Promise<Found>> = {
  browser: checkBrowser,
  network: checkNetwork,
  live: checkLive,
  storage: checkStorage,
  bandwidth: checkBandwidth,
  media: checkMedia,
  microphone: () => checkDevice({ audio: true }),
  camera: () => checkDevice({ video: true }),
};

/** Makes one check; what throws has failed. */
export function makeCheck(name: CheckName): Promise<Found> {
  return Promise.resolve()
    .then(checks[name])
    .catch(() => ({ passed: false }));
}
