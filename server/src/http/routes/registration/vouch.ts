import { endpoints } from '@concertation/shared/contracts';
import { vouch as decide } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const vouch = route(endpoints.vouch, (services, { principal, params, body }) =>
  decide(services, principal, { ...params, ...body }),
);
