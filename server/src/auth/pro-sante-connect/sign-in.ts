import { and, eq, isNull } from 'drizzle-orm';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { accounts } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { signInAccount } from '../accounts/sign-in-account.ts';
import type { AuthNeeds } from '../needs.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { admit, type SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';
import type { ProSanteConnect, VisitPurpose } from './provider.ts';
import { keepIdentity, keepVisit, newSecret, takeVisit } from './visits.ts';

/** A session of Pro Santé Connect lasts four hours, and ours never longer. Source: domain 3.4, 3.5 (RIE-PS 13). */
const sessionMs = 4 * 3_600_000;

/** Where the provider sends the browser back. Declared to Pro Santé Connect with the installation. */
export const callbackPath = '/api/pro-sante-connect/callback';

type Needs = { database: Database; audit: Audit; origin: string; proSanteConnect: ProSanteConnect };

/** Begins a visit: where to send the browser, and the secret it keeps meanwhile. Throws `pro_sante_connect_refused`. */
export async function startProviderVisit(
  { database, origin, proSanteConnect }: Needs,
  visit: { purpose: VisitPurpose; accountId: string | null; shared: boolean },
): Promise<{ location: string; browserSecret: string }> {
  const secrets = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
  const browserSecret = newSecret();
  const location = await proSanteConnect.authorizationUrl(origin + callbackPath, secrets, visit);
  await keepVisit(database.db, secrets, browserSecret, visit);
  return { location, browserSecret };
}

/** What a visit ended with: a session, nobody whom an account is linked to, a proof of presence, or an identity to link. */
export type ProviderReturn =
  | ({ outcome: 'signed_in'; shared: boolean } & SignedIn)
  | { outcome: 'unknown' }
  | { outcome: 'proved' }
  | { outcome: 'named'; identitySecret: string };

/**
 * Ends a visit. An account that is linked to who was named is signed in; no account is ever made here, and none is found
 * by an e-mail or a number. One that is signed in proves to be there (AUT-30). `here`: the account that is signed in in this browser, and whose
 * screen is not locked. Throws `pro_sante_connect_refused`; a refusal leaves its trace. Source: PA-12; product 3.4 n° 14.
 */
export function finishProviderVisit(
  needs: Needs & AuthNeeds,
  visitor: Visitor,
  { returned, browserSecret, here }: { returned: URL; browserSecret: string | null; here: string | null },
): Promise<ProviderReturn> {
  const { database, proSanteConnect } = needs;
  return recordingRefusal(needs, null, async () => {
    const visit = await takeVisit(database.db, returned.searchParams.get('state'), browserSecret);
    const { identity, idToken, provedAt } = await proSanteConnect.identityOf(returned, visit);
    return database.transaction(async (tx): Promise<ProviderReturn> => {
      const [linked] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(
          and(
            eq(accounts.subjectNameId, identity.subjectNameId),
            isNull(accounts.suspendedAt),
            isNull(accounts.erasedAt),
          ),
        );
      if (visit.purpose === 'link') {
        // Somebody else signed in here meanwhile: whom the card names is none of their business.
        if (!visit.accountId || visit.accountId !== here) throw new AppError('pro_sante_connect_refused');
        return { outcome: 'named', identitySecret: await keepIdentity(tx, identity, visit.accountId) };
      }
      if (visit.purpose === 'prove') {
        const { replaces: sessionId } = visitor;
        const isTheirs = linked !== undefined && linked.id === here && linked.id === visit.accountId;
        if (!isTheirs || !sessionId) throw new AppError('pro_sante_connect_refused');
        await needs.sessions.noteProof(tx, sessionId);
        const scope = { accountId: linked.id, sessionId };
        await needs.audit.record(tx, 'session.proved', scope, { by: 'pro_sante_connect' });
        return { outcome: 'proved' };
      }
      if (!linked) return { outcome: 'unknown' };
      const account = await signInAccount(tx, needs, linked.id);
      if (!account) throw new AppError('pro_sante_connect_refused');
      const signedIn = await admit(
        needs,
        tx,
        { ...visitor, shared: visit.shared },
        {
          account,
          means: 'pro_sante_connect',
          until: new Date((provedAt?.getTime() ?? Date.now()) + sessionMs),
          // An open session there is no presence here: what engages is then asked to prove again.
          provedAt,
          providerToken: idToken,
        },
      );
      return { outcome: 'signed_in', ...signedIn, shared: visit.shared };
    });
  });
}
