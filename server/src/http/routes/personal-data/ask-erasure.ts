import { endpoints } from '@concertation/shared/contracts';
import { askErasure as ask } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const askErasure = route(endpoints.askErasure, (services, { principal, body }) =>
  ask(services, principal, body),
);
