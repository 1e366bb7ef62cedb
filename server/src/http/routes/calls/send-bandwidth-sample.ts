import { endpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';
import { sampleRate } from './guest-rate.ts';

export const sendBandwidthSample = route(endpoints.sendBandwidthSample, async () => undefined, sampleRate);
