import { endpoints } from '@concertation/shared/contracts';
import { proveWithPassword as prove } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const proveWithPassword = route(endpoints.proveWithPassword, (services, { principal, body }) =>
  prove(services, principal, body),
);
