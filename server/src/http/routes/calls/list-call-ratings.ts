import { endpoints } from '@concertation/shared/contracts';
import { listRatings } from '../../../calls/index.ts';
import { route } from '../../route.ts';

export const listCallRatings = route(endpoints.listCallRatings, async ({ database }, { params }) =>
  listRatings(database.db, params.meetingId),
);
