import { endpoints } from '@concertation/shared/contracts';
import { startPresence } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const startProof = route(endpoints.startProof, (services, { principal }) =>
  startPresence(services, principal, 'prove'),
);
