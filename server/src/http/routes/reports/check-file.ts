import { verificationEndpoints } from '@concertation/shared/contracts';
import { checkFile as check } from '../../../reports/index.ts';
import { route } from '../../route.ts';

/** Reading a file takes a thread for up to seconds: one address does not hold them all. */
const rate = { perMinute: 20 };

export const checkFile = route(verificationEndpoints.checkFile, (services, { body }) => check(services, body), rate);
