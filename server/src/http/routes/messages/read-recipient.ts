import { endpoints } from '@concertation/shared/contracts';
import { readRecipient as read } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const readRecipient = route(endpoints.readRecipient, ({ database, configuration }, { principal, params }) =>
  read(database.db, configuration, principal.accountId, params.accountId),
);
