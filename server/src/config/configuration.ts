import { resolve } from 'node:path';
import { connectionRefusals } from './connections.ts';
import { type DocumentStorage, documentStorageRefusals, readDocumentStorage, type S3Keys } from './document-storage.ts';
import { type EstablishmentIds, readEstablishmentIds } from './establishment.ts';
import { directoryRefusals, type DirectorySettings, readDirectorySettings } from './directory.ts';
import { type MediaSettings, mediaRefusals, readMedia } from './media.ts';
import { environmentSchema, type Environment } from './environment.ts';
import { proSanteConnectRefusals, readProSanteConnect } from './pro-sante-connect.ts';
import { readTimestamps, timestampRefusals, type TimestampSettings } from './signing.ts';
import { readSecureMail, secureMailRefusals, type SecureMailSecrets, type SecureMailSettings } from './secure-mail.ts';

/** The key that chains the audit outside production. Public by nature: production refuses it. */
export const demonstrationAuditKey = 'concertation-demonstration-audit-key';

/** The key of accounts' secrets outside production. Public by nature: production refuses it. */
export const demonstrationAccountKey = 'concertation-demonstration-account-key';

/** Secrets live apart, so that printing the configuration can never print one. */
export type Secrets = {
  auditKey: string;
  /** What seals the secrets of accounts (applications of codes) and keys the hashes of short codes. */
  accountKey: string;
  signing: { p12: string; password: string } | null;
  /** The relay that takes mails, with its password; null: none leaves. */
  smtpUrl: string | null;
  /** Where secure mail leaves and comes back; null: reports leave by none. */
  secureMail: SecureMailSecrets | null;
  /** What proves this installation to Pro Santé Connect. */
  proSanteConnectSecret: string | null;
  /** The provider of text messages: where they are posted, with which bearer; null: none leaves. */
  textMessages: { url: string; token: string } | null;
  /** The keys of the documents' bucket. */
  s3: S3Keys | null;
  /** Shared with coturn: what makes credentials that end. */
  turn: string | null;
  /** The key of the RPPS directory on line. */
  directoryKey: string | null;
};

export type Configuration = {
  production: boolean;
  port: number;
  host: string;
  /** Scheme, host and port that browsers use: the relying party of passkeys and the only accepted Origin. */
  publicOrigin: string | null;
  /** The domain whose sub-domains are the public portals; null where portals have only a path. */
  portalDomain: string | null;
  /** The installation's own help contact; empty when it gives none. */
  support: { email: string; phone: string };
  /** Who writes mails: an address, with a name or without. */
  mailFrom: string;
  /** How reports leave by secure mail; null where it is not configured. */
  secureMail: SecureMailSettings | null;
  /** Domains whose addresses may receive the file of a report, each with its sub-domains. */
  trustedDomains: string[];
  dataDirectory: string;
  database: { kind: 'embedded' } | { kind: 'external'; url: string };
  databaseConnections: number;
  demonstration: boolean;
  /** True when PDFs are sealed with the demonstration's own certificate, for want of the establishment's. */
  demonstrationCertificate: boolean;
  /** Where signatures are timestamped; null: nowhere. */
  timestamps: TimestampSettings | null;
  logLevel: string;
  establishment: string;
  /** What names it to other programs, in CDA documents and in archives. */
  establishmentIds: EstablishmentIds;
  session: { idleMinutes: number; absoluteHours: number; sharedIdleMinutes: number };
  sync: {
    messageBytes: number;
    documentBytes: number;
    messagesPerSecond: number;
    connections: number;
    connectionsPerAccount: number;
    pendingBytes: number;
  };
  files: DocumentStorage;
  media: MediaSettings;
  directory: DirectorySettings;
  /** The federation of identity; null where it is not configured. Source: domain 3.4. */
  proSanteConnect: { issuer: string; discovery: string; clientId: string; idTokenAlgorithm: string } | null;
  /** Codes can be sent by text message: a provider is configured, or the demonstration shows them. */
  textMessages: boolean;
  /** Hours between the acceptance of a recovery and the moment its link works. */
  recoveryHours: number;
  bodyBytes: number;
  /** The proxies whose word on a visitor's address is taken; false: nobody's. */
  trustedProxies: string[] | false;
  /** Requests that one address may make in a minute; a whole hospital may share one. */
  requestsPerMinute: number;
};

const secretNames = [
  'AUDIT_KEY',
  'ACCOUNT_KEY',
  'SIGNING_P12_PASSWORD',
  'SMTP_URL',
  'MSSANTE_SMTP_URL',
  'MSSANTE_IMAP_URL',
  'MSSANTE_P12_PASSWORD',
  'SMS_TOKEN',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'TURN_SECRET',
  'PSC_CLIENT_SECRET',
  'RPPS_FHIR_KEY',
  'DATABASE_URL',
] as const satisfies (keyof Environment)[];

/** Takes the secrets that were read out of the environment: the processes that this one starts do not inherit them. */
export function forgetSecrets(environment: NodeJS.ProcessEnv): void {
  for (const name of secretNames) delete environment[name];
}

/** A configuration that must not start. Each line names the setting to change. */
export class ConfigurationError extends Error {
  readonly refusals: string[];
  constructor(refusals: string[]) {
    super(`La configuration est refusée :\n${refusals.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.refusals = refusals;
  }
}

function productionRefusals(environment: Environment): string[] {
  const refusals: string[] = [];
  if (!environment.DATABASE_URL && !environment.EMBEDDED_DATABASE)
    refusals.push(
      'DATABASE_URL manque : donnez une base PostgreSQL, ou EMBEDDED_DATABASE=1 pour choisir la base embarquée.',
    );
  if (environment.DEMONSTRATION) refusals.push('DEMONSTRATION=1 est interdit en production : retirez ce réglage.');
  if (!environment.AUDIT_KEY || environment.AUDIT_KEY === demonstrationAuditKey)
    refusals.push('AUDIT_KEY manque ou garde sa valeur de démonstration : donnez un secret d’au moins 32 caractères.');
  else if (environment.AUDIT_KEY.length < 32)
    refusals.push('AUDIT_KEY est trop courte : donnez au moins 32 caractères.');
  if (!environment.ACCOUNT_KEY || environment.ACCOUNT_KEY === demonstrationAccountKey)
    refusals.push(
      'ACCOUNT_KEY manque ou garde sa valeur de démonstration : donnez un secret d’au moins 32 caractères, différent de AUDIT_KEY.',
    );
  else if (environment.ACCOUNT_KEY.length < 32 || environment.ACCOUNT_KEY === environment.AUDIT_KEY)
    refusals.push(
      'ACCOUNT_KEY est trop courte ou égale à AUDIT_KEY : donnez un autre secret d’au moins 32 caractères.',
    );
  if (!environment.SIGNING_P12)
    refusals.push('SIGNING_P12 manque : donnez le chemin du certificat PKCS#12 de l’établissement.');
  if (!environment.SIGNING_P12_PASSWORD)
    refusals.push('SIGNING_P12_PASSWORD manque : donnez le mot de passe de SIGNING_P12.');
  if (!environment.PUBLIC_ORIGIN)
    refusals.push('PUBLIC_ORIGIN manque : donnez l’adresse publique, par exemple https://rcp.exemple.fr.');
  else if (!environment.PUBLIC_ORIGIN.startsWith('https://'))
    refusals.push('PUBLIC_ORIGIN doit commencer par https:// en production.');
  if (!environment.SMTP_URL && !environment.MAIL_OFF)
    refusals.push('SMTP_URL manque : donnez le serveur d’envoi des e-mails, ou MAIL_OFF=1 pour n’en envoyer aucun.');
  if (environment.SMTP_URL && !environment.MAIL_OFF && !environment.MAIL_FROM)
    refusals.push('MAIL_FROM manque : donnez l’adresse d’expédition, par exemple RCP <rcp@exemple.fr>.');
  return refusals;
}

/**
 * Reads the environment, the only place that does. Throws ConfigurationError when a value is malformed, or when
 * production would start on defaults that only suit a demonstration.
 */
export function readConfiguration(source: NodeJS.ProcessEnv): { configuration: Configuration; secrets: Secrets } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success)
    throw new ConfigurationError(parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`));
  const environment = parsed.data;
  const production = environment.NODE_ENV === 'production';
  const refusals = [
    ...(production ? [...productionRefusals(environment), ...connectionRefusals(environment)] : []),
    ...documentStorageRefusals(environment),
    ...mediaRefusals(environment),
    ...directoryRefusals(environment),
    ...proSanteConnectRefusals(environment, production),
    ...secureMailRefusals(environment),
    ...timestampRefusals(environment),
  ];
  if (refusals.length) throw new ConfigurationError(refusals);
  const { files, s3 } = readDocumentStorage(environment);
  const { secureMail, secrets: secureMailSecrets } = readSecureMail(environment);
  const demonstration = !production && (environment.DEMONSTRATION ?? true);
  const configuration: Configuration = {
    production,
    port: environment.PORT,
    host: environment.HOST,
    publicOrigin: environment.PUBLIC_ORIGIN ? new URL(environment.PUBLIC_ORIGIN).origin : null,
    portalDomain: environment.PORTAL_DOMAIN ?? (production ? null : 'localhost'),
    support: {
      email: environment.SUPPORT_EMAIL ?? (demonstration ? 'assistance@demonstration.invalid' : ''),
      phone: environment.SUPPORT_PHONE ?? '',
    },
    mailFrom: environment.MAIL_FROM ?? 'Concertation <ne-pas-repondre@concertation.invalid>',
    secureMail,
    trustedDomains: environment.MSSANTE_DOMAINS,
    dataDirectory: resolve(environment.DATA_DIR),
    database: environment.DATABASE_URL ? { kind: 'external', url: environment.DATABASE_URL } : { kind: 'embedded' },
    databaseConnections: environment.DATABASE_CONNECTIONS,
    demonstration,
    demonstrationCertificate: !environment.SIGNING_P12,
    timestamps: readTimestamps(environment),
    logLevel: environment.LOG_LEVEL,
    establishment: environment.ESTABLISHMENT_NAME,
    establishmentIds: readEstablishmentIds(environment),
    session: {
      idleMinutes: environment.SESSION_IDLE_MINUTES,
      absoluteHours: environment.SESSION_ABSOLUTE_HOURS,
      sharedIdleMinutes: environment.SESSION_SHARED_IDLE_MINUTES,
    },
    sync: {
      messageBytes: environment.SYNC_MESSAGE_BYTES,
      documentBytes: environment.SYNC_DOCUMENT_BYTES,
      messagesPerSecond: environment.SYNC_MESSAGES_PER_SECOND,
      connections: environment.SYNC_CONNECTIONS,
      connectionsPerAccount: environment.SYNC_CONNECTIONS_PER_ACCOUNT,
      pendingBytes: environment.SYNC_PENDING_BYTES,
    },
    files,
    media: readMedia(environment),
    directory: readDirectorySettings(environment),
    proSanteConnect: readProSanteConnect(environment),
    textMessages: demonstration || environment.SMS_URL !== undefined,
    recoveryHours: environment.RECOVERY_HOURS,
    bodyBytes: environment.BODY_BYTES,
    trustedProxies: production ? environment.TRUSTED_PROXIES : false,
    requestsPerMinute: environment.REQUESTS_PER_MINUTE,
  };
  const secrets: Secrets = {
    auditKey: environment.AUDIT_KEY ?? demonstrationAuditKey,
    accountKey: environment.ACCOUNT_KEY ?? demonstrationAccountKey,
    signing: environment.SIGNING_P12
      ? { p12: environment.SIGNING_P12, password: environment.SIGNING_P12_PASSWORD ?? '' }
      : null,
    smtpUrl: environment.MAIL_OFF ? null : (environment.SMTP_URL ?? null),
    secureMail: secureMailSecrets,
    proSanteConnectSecret: environment.PSC_CLIENT_SECRET ?? null,
    textMessages: environment.SMS_URL ? { url: environment.SMS_URL, token: environment.SMS_TOKEN ?? '' } : null,
    s3,
    turn: environment.TURN_SECRET ?? null,
    directoryKey: environment.RPPS_FHIR_KEY ?? null,
  };
  return { configuration, secrets };
}
