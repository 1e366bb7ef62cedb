import { endpoints } from '@concertation/shared/contracts';
import { addCorrespondent as add } from '../../../cases/index.ts';
import { route } from '../../route.ts';

export const addCorrespondent = route(endpoints.addCorrespondent, (services, { principal, params, body }) =>
  add(services, principal, { ...params, ...body }),
);
