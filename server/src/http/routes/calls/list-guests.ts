import { endpoints } from '@concertation/shared/contracts';
import { listGuests as list } from '../../../calls/index.ts';
import { route } from '../../route.ts';

export const listGuests = route(endpoints.listGuests, async ({ database }, { params }) =>
  list(database.db, params.meetingId),
);
