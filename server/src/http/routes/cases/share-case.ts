import { endpoints } from '@concertation/shared/contracts';
import { shareCase as share } from '../../../cases/index.ts';
import { route } from '../../route.ts';
import { followCase } from './follow-case.ts';

export const shareCase = route(endpoints.shareCase, async (services, { principal, params, body }) =>
  share({ ...services, ...followCase }, principal, { ...params, ...body }),
);
