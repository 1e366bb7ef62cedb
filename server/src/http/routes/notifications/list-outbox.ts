import { endpoints } from '@concertation/shared/contracts';
import { AppError } from '../../../lib/index.ts';
import { readOutbox } from '../../../notifications/index.ts';
import { route } from '../../route.ts';

/** Everybody's mails are shown to everybody, because in a demonstration everybody is fictitious; nowhere else. */
export const listOutbox = route(endpoints.listOutbox, async ({ configuration, database }) => {
  if (!configuration.demonstration) throw new AppError('demonstration_off');
  return readOutbox(database.db);
});
