import { accountEndpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const logout = route(accountEndpoints.logout, async ({ database, sessions }, { principal, reply }) => {
  await database.transaction((tx) => sessions.end(tx, principal, principal.sessionId));
  void reply.header('set-cookie', sessions.blankCookie());
});
