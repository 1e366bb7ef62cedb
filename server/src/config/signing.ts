import { readFileSync } from 'node:fs';
import type { Environment } from './environment.ts';
import { isLocal } from './is-local.ts';

/** Where signatures are timestamped (RFC 3161), and the file (PEM) of the authorities that must stand behind the times. */
export type TimestampSettings = { url: string; certificates: string | null };

function hasCertificates(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes('-----BEGIN CERTIFICATE-----');
  } catch {
    // Not there or not readable: said by the same line.
    return false;
  }
}

/** Times from nobody in particular would be believed in court: each setting that lacks is named. */
export function timestampRefusals({ TSA_URL, TSA_CERTIFICATES, NODE_ENV }: Environment): string[] {
  const refusals: string[] = [];
  if (TSA_CERTIFICATES && !TSA_URL)
    refusals.push('TSA_URL manque : donnez l’adresse de l’horodateur, ou retirez TSA_CERTIFICATES.');
  if (TSA_CERTIFICATES && !hasCertificates(TSA_CERTIFICATES))
    refusals.push('TSA_CERTIFICATES ne désigne pas un fichier de certificats (PEM) qui peut être lu.');
  if (NODE_ENV === 'production' && TSA_URL?.startsWith('http:') && !TSA_CERTIFICATES && !isLocal(TSA_URL))
    refusals.push(
      'TSA_URL est en clair : donnez une adresse https://, ou TSA_CERTIFICATES, l’autorité qui a émis l’horodateur.',
    );
  return refusals;
}

/** What the environment says of timestamps; null: signatures carry the server’s own time alone. */
export function readTimestamps({ TSA_URL, TSA_CERTIFICATES }: Environment): TimestampSettings | null {
  return TSA_URL ? { url: TSA_URL, certificates: TSA_CERTIFICATES ?? null } : null;
}
