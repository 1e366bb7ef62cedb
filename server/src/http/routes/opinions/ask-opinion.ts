import { endpoints } from '@concertation/shared/contracts';
import { askOpinion as ask } from '../../../opinions/index.ts';
import { route } from '../../route.ts';

export const askOpinion = route(endpoints.askOpinion, async (services, { principal, params, body }) =>
  ask(services, principal, { ...params, ...body }),
);
