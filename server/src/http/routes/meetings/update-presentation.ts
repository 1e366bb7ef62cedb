import { endpoints } from '@concertation/shared/contracts';
import { updatePresentation as update } from '../../../meetings/index.ts';
import { holdCurrentReport } from '../../../reports/index.ts';
import { route } from '../../route.ts';

export const updatePresentation = route(endpoints.updatePresentation, async (services, { principal, params, body }) =>
  update({ ...services, holdReport: holdCurrentReport }, principal, params, body),
);
