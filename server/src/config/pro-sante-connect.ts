import type { Environment } from './environment.ts';

const path = '/auth/realms/esante-wallet';
/** Production and sandbox (« bac à sable »). Source: domain 3.4. */
const hosts = {
  production: 'https://auth.esw.esante.gouv.fr',
  sandbox: 'https://auth.bas.psc.esante.gouv.fr',
};

/** What is missing or unsafe in the settings of Pro Santé Connect, in words. */
export function proSanteConnectRefusals({ PSC, PSC_CLIENT_ID, PSC_CLIENT_SECRET }: Environment, production: boolean) {
  if (!PSC) return [];
  const refusals: string[] = [];
  if (!PSC_CLIENT_ID) refusals.push('PSC_CLIENT_ID manque : donnez l’identifiant reçu de Pro Santé Connect.');
  if (!PSC_CLIENT_SECRET) refusals.push('PSC_CLIENT_SECRET manque : donnez le secret reçu de Pro Santé Connect.');
  if (production && !(PSC in hosts) && !PSC.startsWith('https://'))
    refusals.push('PSC doit être production, sandbox ou une adresse https://.');
  return refusals;
}

/** Which Pro Santé Connect, and as whom. `PSC` names one of the two, or the issuer of another (for tests). */
export function readProSanteConnect({ PSC, PSC_CLIENT_ID, PSC_ID_TOKEN_ALGORITHM: idTokenAlgorithm }: Environment) {
  if (!PSC || !PSC_CLIENT_ID) return null;
  const known = hosts[PSC as keyof typeof hosts];
  const issuer = known ? known + path : PSC;
  const discovery = known
    ? `${issuer}/.well-known/wallet-openid-configuration`
    : `${issuer}/.well-known/openid-configuration`;
  return { issuer, discovery, clientId: PSC_CLIENT_ID, idTokenAlgorithm };
}
