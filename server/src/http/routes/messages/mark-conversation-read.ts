import { endpoints } from '@concertation/shared/contracts';
import { markConversationRead as mark } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const markConversationRead = route(endpoints.markConversationRead, (services, { principal, params, body }) =>
  mark(services, principal.accountId, { ...params, ...body }),
);
