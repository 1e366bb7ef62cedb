import type { Environment } from './environment.ts';

/** How reports leave by secure mail (MSSanté). Nothing of it is secret. Source: domain.md 5.1, 5.2. */
export type SecureMailSettings = {
  /** The mailbox that writes, with its label. */
  from: string;
  /** Reference of the product for `X-MSS-NIL`; null while it has none. */
  nil: string | null;
  /** Path of the authorities (PEM) of the operator’s certificate; null: those of Node. */
  authorities: string | null;
};

/** Where secure mail leaves and comes back, with its passwords. */
export type SecureMailSecrets = {
  smtpUrl: string;
  /** The mailbox where notices come back; null: none is read. */
  imapUrl: string | null;
  /** What proves this installation to the operator, where it asks for a certificate. */
  certificate: { p12: string; password: string } | null;
};

/** What would take the encryption away, or the check of who answers. */
const settingsOfTls = /^(ignoreTLS|requireTLS|opportunisticTLS|secure|tls(\..*)?)$/i;

const hasSettingsOfTls = (address: string): boolean =>
  [...new URL(address).searchParams.keys()].some((name) => settingsOfTls.test(name));

/** Half a setting would lose reports or their notices in silence, and clear text would show them: each is named. */
export function secureMailRefusals(environment: Environment): string[] {
  const { MSSANTE_SMTP_URL, MSSANTE_IMAP_URL, MSSANTE_FROM, MSSANTE_NIL, NODE_ENV } = environment;
  const refusals: string[] = [];
  for (const [name, address] of Object.entries({ MSSANTE_SMTP_URL, MSSANTE_IMAP_URL }))
    if (address && hasSettingsOfTls(address))
      refusals.push(`${name} ne doit pas régler TLS : la messagerie sécurisée est toujours chiffrée et vérifiée.`);
  if (!MSSANTE_SMTP_URL) {
    if (MSSANTE_IMAP_URL)
      refusals.push('MSSANTE_SMTP_URL manque : donnez le serveur d’envoi, ou retirez MSSANTE_IMAP_URL.');
    return refusals;
  }
  if (!MSSANTE_FROM)
    refusals.push('MSSANTE_FROM manque : donnez la boîte qui écrit, par exemple RCP CHU <rcp@chu.mssante.fr>.');
  if (NODE_ENV !== 'production') return refusals;
  if (!MSSANTE_IMAP_URL)
    refusals.push('MSSANTE_IMAP_URL manque : sans la boîte de retour, un envoi refusé resterait inconnu.');
  if (!MSSANTE_NIL)
    refusals.push('MSSANTE_NIL manque : donnez la référence du produit déclarée sur convergence.esante.gouv.fr.');
  return refusals;
}

/** What the environment says of secure mail: settings apart from secrets; both null where it is not configured. */
export function readSecureMail(environment: Environment): {
  secureMail: SecureMailSettings | null;
  secrets: SecureMailSecrets | null;
} {
  const { MSSANTE_SMTP_URL, MSSANTE_IMAP_URL, MSSANTE_FROM, MSSANTE_NIL, MSSANTE_CA } = environment;
  const { MSSANTE_P12, MSSANTE_P12_PASSWORD } = environment;
  if (!MSSANTE_SMTP_URL || !MSSANTE_FROM) return { secureMail: null, secrets: null };
  return {
    secureMail: {
      from: MSSANTE_FROM,
      nil: MSSANTE_NIL ?? null,
      authorities: MSSANTE_CA ?? null,
    },
    secrets: {
      smtpUrl: MSSANTE_SMTP_URL,
      imapUrl: MSSANTE_IMAP_URL ?? null,
      certificate: MSSANTE_P12 ? { p12: MSSANTE_P12, password: MSSANTE_P12_PASSWORD ?? '' } : null,
    },
  };
}
