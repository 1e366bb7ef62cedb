import { endpoints } from '@concertation/shared/contracts';
import { withdrawOpinion as withdraw } from '../../../opinions/index.ts';
import { route } from '../../route.ts';

export const withdrawOpinion = route(endpoints.withdrawOpinion, async (services, { principal, params }) =>
  withdraw(services, principal, params),
);
