import { endpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const endOtherSessions = route(endpoints.endOtherSessions, async ({ database, sessions }, { principal }) => {
  await database.transaction((tx) => sessions.endAllOf(tx, principal.accountId, principal, principal.sessionId));
});
