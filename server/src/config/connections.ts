import type { Environment } from './environment.ts';
import { isLocal } from './is-local.ts';

/** Modes of libpq in which the server’s certificate and its name are checked; the others encrypt for anybody. */
const verified = ['verify-full', 'verify-ca'];
/** What would take the encryption of the mail relay away, or its certificate’s check. */
const weakening = /^(ignoreTLS|requireTLS|opportunisticTLS|secure|tls(\..*)?)$/i;

function databaseRefusal(address: string): string | null {
  if (!URL.canParse(address)) return 'DATABASE_URL est illisible : donnez une adresse postgres://.';
  const { searchParams } = new URL(address);
  const socket = searchParams.get('host')?.startsWith('/');
  const isVerified = verified.includes(searchParams.get('sslmode') ?? '');
  return socket || isVerified || (isLocal(address) && !searchParams.has('host'))
    ? null
    : 'DATABASE_URL va par le réseau sans vérification : ajoutez ?sslmode=verify-full (NODE_EXTRA_CA_CERTS nomme l’autorité de l’établissement), ou donnez une base de cette machine.';
}

/**
 * What a production may not do in silence: speak in clear, or to nobody in particular, with what holds its data or carries
 * its codes; and take documents that no antivirus sees. Each line names the setting. Source: ASVS 5.0, 5.4.3, 12.3.
 */
export function connectionRefusals(environment: Environment): string[] {
  const { DATABASE_URL, SMTP_URL, MAIL_OFF, SMS_URL, CLAMD_HOST, ANTIVIRUS_OFF } = environment;
  const refusals: string[] = [];
  const database = DATABASE_URL && databaseRefusal(DATABASE_URL);
  if (database) refusals.push(database);
  if (SMTP_URL && !MAIL_OFF && [...new URL(SMTP_URL).searchParams.keys()].some((name) => weakening.test(name)))
    refusals.push(
      'SMTP_URL ne doit pas régler TLS : retirez ignoreTLS, requireTLS, secure et tls. ; smtps:// chiffre dès l’ouverture, smtp:// exige STARTTLS.',
    );
  if (SMS_URL && !SMS_URL.startsWith('https://') && !isLocal(SMS_URL))
    refusals.push('SMS_URL doit commencer par https:// en production : elle porte des codes de connexion.');
  if (!CLAMD_HOST && !ANTIVIRUS_OFF)
    refusals.push(
      'CLAMD_HOST manque : donnez un antivirus ClamAV, ou ANTIVIRUS_OFF=accepted pour recevoir des documents sans antivirus.',
    );
  return refusals;
}
