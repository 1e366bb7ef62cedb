import { endpoints } from '@concertation/shared/contracts';
import { saveOpinionDraft as save } from '../../../opinions/index.ts';
import { route } from '../../route.ts';

export const saveOpinionDraft = route(endpoints.saveOpinionDraft, async (services, { principal, params, body }) =>
  save(services, principal, { ...params, ...body }),
);
