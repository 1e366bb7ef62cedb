import { endpoints } from '@concertation/shared/contracts';
import { removeCodeApplication as remove } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const removeCodeApplication = route(endpoints.removeCodeApplication, (services, { principal }) =>
  remove(services, principal),
);
