import { endpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const endSession = route(endpoints.endSession, async ({ database, sessions }, { principal, params }) => {
  await database.transaction((tx) => sessions.end(tx, principal, params.sessionId));
});
