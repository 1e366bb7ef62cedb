import { endpoints } from '@concertation/shared/contracts';
import { addToConversation as add } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const addToConversation = route(endpoints.addToConversation, (services, { principal, params, body }) =>
  add(services, principal, { ...params, ...body }),
);
