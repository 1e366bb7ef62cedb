import { bandwidthSample } from '@concertation/shared/contracts';
import { call, readBytes } from '../../../api/index.ts';
import { type Rates, rateOf } from './rates.ts';

const samples = 5;
const enoughMs = 3_000;
/** The body's own characters, around the filler. */
const around = '{"filler":""}'.length;

/** The best of some samples: whatever slows one of them down is not the network's width. */
async function best(send: () => Promise<number>): Promise<number> {
  const began = performance.now();
  let rate = 0;
  for (let sample = 0; sample < samples && performance.now() - began < enoughMs; sample += 1) {
    const sent = performance.now();
    const bytes = await send();
    rate = Math.max(rate, rateOf(bytes, performance.now() - sent));
  }
  return rate;
}

/** Characters that no proxy makes smaller. */
function incompressible(length: number): string {
  const bytes = new Uint8Array((length / 4) * 3);
  for (let start = 0; start < bytes.length; start += 65_536)
    crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  let text = '';
  for (let start = 0; start < bytes.length; start += 3_072)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + 3_072)));
  return text.slice(0, length);
}

/** Estimates both ways with samples that mean nothing. Throws ApiError. */
export async function estimateRates(): Promise<Rates> {
  const filler = incompressible(bandwidthSample - around);
  const download = await best(async () => (await readBytes('readBandwidthSample', {})).size);
  const upload = await best(async () => {
    await call('sendBandwidthSample', { body: { filler } });
    return filler.length + around;
  });
  return { download, upload };
}
