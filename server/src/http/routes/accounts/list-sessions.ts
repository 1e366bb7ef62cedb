import { accountEndpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const listSessions = route(accountEndpoints.listSessions, ({ sessions }, { principal }) =>
  sessions.list(principal),
);
