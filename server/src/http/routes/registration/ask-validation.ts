import { endpoints } from '@concertation/shared/contracts';
import { askValidation as ask } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const askValidation = route(endpoints.askValidation, (services, { principal, body }) =>
  ask(services, principal, body),
);
