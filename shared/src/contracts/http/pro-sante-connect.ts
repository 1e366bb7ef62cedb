import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/**
 * Where a browser goes to Pro Santé Connect: a navigation, not a call, with `purpose` (sign_in, link or prove), `shared`, and
 * `vers`, the page wanted. It comes back to `/connexion?psc=…`, to `/compte?psc=…`, signed in to the page wanted, or to the
 * page of a proof.
 */
export const proSanteConnectPath = '/api/pro-sante-connect/start';

/** Where a proof by Pro Santé Connect ends, in a window of its own; `?psc=refused` when it proved nothing. */
export const proSanteConnectProofPage = '/identite-confirmee';

/** What the screen is told when a visit did not sign in: nobody is linked, a link can be made, it was refused. */
export const proSanteConnectOutcomes = ['unknown', 'named', 'refused'] as const;

export const proSanteConnectEndpoints = {
  readProvenIdentity: endpoint({
    method: 'GET',
    path: '/api/account/pro-sante-connect',
    summary: 'Whom Pro Santé Connect has just named in this browser; null when nobody, or too long ago',
    gate: 'own_account',
    response: z.object({ givenName: z.string(), familyName: z.string(), rpps: z.string().nullable() }).nullable(),
  }),
  linkProSanteConnect: endpoint({
    method: 'POST',
    path: '/api/account/pro-sante-connect',
    summary:
      'Link my account to them, which verifies it; `link_ended`, `pro_sante_connect_refused` for another name or number, `rpps_taken`',
    gate: 'own_account',
    fresh: true,
    response: z.void(),
  }),
  unlinkProSanteConnect: endpoint({
    method: 'DELETE',
    path: '/api/account/pro-sante-connect',
    summary: 'Pro Santé Connect opens my account no longer; `passkey_missing` when nothing else would',
    gate: 'own_account',
    fresh: true,
    response: z.void(),
  }),
};
