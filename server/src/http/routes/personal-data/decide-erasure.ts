import { endpoints } from '@concertation/shared/contracts';
import { decideErasure as decide } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const decideErasure = route(endpoints.decideErasure, (services, { principal, params, body }) =>
  decide(services, principal, { ...params, decided: body }),
);
