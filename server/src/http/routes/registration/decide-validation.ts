import { endpoints } from '@concertation/shared/contracts';
import { decideValidation as decide } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const decideValidation = route(endpoints.decideValidation, (services, { principal, params, body }) =>
  decide(services, principal, { ...params, decided: body }),
);
