import { randomBytes } from 'node:crypto';
import { bandwidthSample, endpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';
import { sampleRate } from './guest-rate.ts';

/** Random: no proxy on the way makes them fewer. */
const sample = randomBytes(bandwidthSample);

export const readBandwidthSample = route(endpoints.readBandwidthSample, async () => sample, sampleRate);
