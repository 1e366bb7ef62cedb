import { endpoints } from '@concertation/shared/contracts';
import { listMeetings as readMine } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const listMeetings = route(endpoints.listMeetings, async ({ database }, { principal }) =>
  readMine(database.db, principal.accountId),
);
