import { endpoints } from '@concertation/shared/contracts';
import { readConversation as read } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const readConversation = route(endpoints.readConversation, ({ database }, { principal, params, query }) =>
  read(database.db, principal.accountId, { ...params, before: query.before ? new Date(query.before) : undefined }),
);
