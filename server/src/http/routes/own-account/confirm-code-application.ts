import { endpoints } from '@concertation/shared/contracts';
import { confirmCodeApplication as confirm } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const confirmCodeApplication = route(endpoints.confirmCodeApplication, (services, { principal, body }) =>
  confirm(services, principal, body.code),
);
