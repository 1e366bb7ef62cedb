import { accountEndpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const endSession = route(accountEndpoints.endSession, ({ database, sessions }, { principal, params }) =>
  database.transaction((tx) => sessions.end(tx, principal, params.sessionId)),
);
