import { endpoints } from '@concertation/shared/contracts';
import { sendMessage as send } from '../../../messages/index.ts';
import { route } from '../../route.ts';

export const sendMessage = route(endpoints.sendMessage, (services, { principal, params, body }) =>
  send(services, principal, { ...params, ...body }),
);
