import { accountEndpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const logout = route(
  accountEndpoints.logout,
  async ({ database, sessions, proSanteConnect, origin, log }, { principal, reply }) => {
    const { providerToken } = await database.transaction((tx) => sessions.end(tx, principal, principal.sessionId));
    void reply.header('set-cookie', sessions.blankCookie());
    if (!providerToken || !proSanteConnect) return { leaveAt: null };
    // The session is over here whatever the provider answers.
    const leaveAt = await proSanteConnect.signOutUrl(providerToken, `${origin}/connexion`).catch((error: unknown) => {
      log.warn({ err: error }, 'sign-out of Pro Santé Connect is not possible');
      return null;
    });
    return { leaveAt };
  },
);
