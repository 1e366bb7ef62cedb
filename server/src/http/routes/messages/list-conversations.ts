import { endpoints } from '@concertation/shared/contracts';
import { listConversations as list } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const listConversations = route(endpoints.listConversations, ({ database }, { principal, query }) =>
  list(database.db, principal.accountId, query.before ? new Date(query.before) : undefined),
);
