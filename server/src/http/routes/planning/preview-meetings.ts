import { endpoints } from '@concertation/shared/contracts';
import { previewMeetings as preview } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const previewMeetings = route(endpoints.previewMeetings, async ({ database: { db } }, { params, body }) => {
  const dates = await preview(db, params.boardId, body);
  return dates.map((date) => date.toISOString());
});
