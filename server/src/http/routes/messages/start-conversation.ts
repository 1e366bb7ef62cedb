import { endpoints } from '@concertation/shared/contracts';
import { startConversation as start } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const startConversation = route(endpoints.startConversation, (services, { principal, body }) =>
  start(services, principal, body),
);
