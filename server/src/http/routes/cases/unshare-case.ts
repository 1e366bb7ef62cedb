import { endpoints } from '@concertation/shared/contracts';
import { unshareCase as unshare } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { followCase } from './follow-case.ts';

export const unshareCase = route(endpoints.unshareCase, async (services, { principal, params }) =>
  unshare({ ...services, ...followCase }, principal, params),
);
