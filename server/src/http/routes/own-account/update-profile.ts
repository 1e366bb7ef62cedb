import { endpoints } from '@concertation/shared/contracts';
import { updateProfile as update } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const updateProfile = route(endpoints.updateProfile, (services, { principal, body }) =>
  update(services, principal, body),
);
