import { endpoints } from '@concertation/shared/contracts';
import { startCodeApplication as start } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const startCodeApplication = route(endpoints.startCodeApplication, (services, { principal }) =>
  start(services, principal),
);
