import { endpoints } from '@concertation/shared/contracts';
import { leaveConversation as leave } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const leaveConversation = route(endpoints.leaveConversation, (services, { principal, params }) =>
  leave(services, principal, params.conversationId),
);
