import { endpoints } from '@concertation/shared/contracts';
import { withdrawPresentation as withdraw } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const withdrawPresentation = route(
  endpoints.withdrawPresentation,
  async (services, { principal, params, body }) => withdraw(services, principal, { ...params, ...body }),
);
