import { endpoints } from '@concertation/shared/contracts';
import { postponePresentation as postpone } from '../../../meetings/index.ts';
import { holdCurrentReport } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const postponePresentation = route(
  endpoints.postponePresentation,
  async (services, { principal, params, body }) =>
    postpone({ ...services, holdReport: holdCurrentReport }, principal, { ...params, ...body }),
);
