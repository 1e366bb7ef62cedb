import { endpoints } from '@concertation/shared/contracts';
import { makeRecoveryCodes as make } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const makeRecoveryCodes = route(endpoints.makeRecoveryCodes, async (services, { principal }) => ({
  codes: await make(services, principal),
}));
