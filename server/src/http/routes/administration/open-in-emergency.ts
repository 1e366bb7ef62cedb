import { endpoints } from '@concertation/shared/contracts';
import { openInEmergency as open } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const openInEmergency = route(endpoints.openInEmergency, (services, { principal, body }) =>
  open(services, principal, body),
);
