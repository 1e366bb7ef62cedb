import { endpoints } from '@concertation/shared/contracts';
import { updateBoard as update } from '../../../boards/index.ts';
import { route } from '../../route.ts';

export const updateBoard = route(endpoints.updateBoard, async (services, { principal, params, body }) => {
  const { revision, ...settings } = body;
  await update(services, principal, { ...params, revision, settings });
});
