import { endpoints } from '@concertation/shared/contracts';
import { answerOpinion as answer } from '../../../opinions/index.ts';
import { route } from '../../route.ts';

export const answerOpinion = route(endpoints.answerOpinion, async (services, { principal, params, body }) =>
  answer(services, principal, { ...params, ...body }),
);
