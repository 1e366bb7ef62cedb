import { endpoints } from '@concertation/shared/contracts';
import { answerPresentation as answer } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const answerPresentation = route(endpoints.answerPresentation, async (services, { principal, params, body }) =>
  answer(services, principal, { ...params, ...body }),
);
