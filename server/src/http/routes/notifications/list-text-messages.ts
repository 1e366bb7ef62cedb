import { endpoints } from '@concertation/shared/contracts';
import { AppError } from '../../../lib/index.ts';
import { readTextMessages } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

/** Shown to everybody, like mails, because in a demonstration everybody is fictitious; nowhere else. */
export const listTextMessages = route(endpoints.listTextMessages, async ({ configuration, database }) => {
  if (!configuration.demonstration) throw new AppError('demonstration_off');
  return readTextMessages(database.db);
});
