import { endpoints } from '@concertation/shared/contracts';
import { removeCorrespondent as remove } from '../../../cases/index.ts';
import { route } from '../../route.ts';

export const removeCorrespondent = route(endpoints.removeCorrespondent, (services, { principal, params }) =>
  remove(services, principal, params),
);
