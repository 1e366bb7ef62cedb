import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** The environment, as it is: names, defaults and types. What they mean together is decided in configuration.ts. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: z.url().optional(),
  PORTAL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'un nom de domaine seul, par exemple rcp.exemple.fr')
    .optional(),
  SUPPORT_EMAIL: z.email().optional(),
  SUPPORT_PHONE: z
    .string()
    .regex(/^[+\d ().-]{1,40}$/)
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
  EMBEDDED_DATABASE: flag.optional(),
  DATABASE_CONNECTIONS: count(10),
  DEMONSTRATION: flag.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  AUDIT_KEY: z.string().optional(),
  SIGNING_P12: z.string().optional(),
  SIGNING_P12_PASSWORD: z.string().optional(),
  TSA_URL: z.url({ protocol: /^https?$/, error: 'une adresse http:// ou https://' }).optional(),
  TSA_CERTIFICATES: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /.+/, error: 'une adresse smtp:// ou smtps://' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\p{Cc}]+ <)?[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+>?$/u, 'une adresse, par exemple RCP <rcp@exemple.fr>')
    .optional(),
  MAIL_OFF: flag.optional(),
  MSSANTE_SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /.+/, error: 'une adresse smtp:// ou smtps://' })
    .optional(),
  MSSANTE_IMAP_URL: z
    .url({ protocol: /^imaps?$/, hostname: /.+/, error: 'une adresse imap:// ou imaps://' })
    .optional(),
  MSSANTE_FROM: z
    .string()
    .regex(
      /^(?:[^<>"\p{Cc}]+ <)?[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+>?$/u,
      'une adresse, par exemple RCP CHU <rcp@chu.mssante.fr>',
    )
    .optional(),
  MSSANTE_NIL: z
    .string()
    .regex(/^[\w./:-]{1,80}$/, 'une référence sans espace')
    .optional(),
  MSSANTE_DOMAINS: z
    .string()
    .default('mssante.fr')
    .transform((value) =>
      value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((domain) => domain !== ''),
    )
    .pipe(z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'des noms de domaine')).min(1)),
  MSSANTE_CA: z.string().optional(),
  MSSANTE_P12: z.string().optional(),
  MSSANTE_P12_PASSWORD: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().min(1).max(65535).default(3310),
  /** In so many words: production would otherwise not start without ClamAV. */
  ANTIVIRUS_OFF: z.literal('accepted', { error: 'accepted, ou rien' }).optional(),
  ESTABLISHMENT_NAME: z.string().default('Établissement de démonstration'),
  ESTABLISHMENT_OID: z
    .string()
    .max(40)
    .regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'un OID, par exemple 1.2.250.1.999')
    .optional(),
  ESTABLISHMENT_FINESS: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]{7}$/, 'un numéro FINESS de 9 caractères')
    .optional(),
  ESTABLISHMENT_SECTOR: z
    .string()
    .regex(/^SA\d{2}$/, 'un secteur d’activité, par exemple SA01')
    .default('SA01'),
  SESSION_IDLE_MINUTES: count(120),
  SESSION_ABSOLUTE_HOURS: count(12),
  SESSION_SHARED_IDLE_MINUTES: count(10),
  ACCOUNT_KEY: z.string().optional(),
  PSC: z.union([z.enum(['production', 'sandbox']), z.url({ protocol: /^https?$/ })]).optional(),
  PSC_CLIENT_ID: z.string().optional(),
  PSC_CLIENT_SECRET: z.string().optional(),
  PSC_ID_TOKEN_ALGORITHM: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256']).default('RS256'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().optional(),
  RECOVERY_HOURS: z.coerce.number().min(0).default(24),
  SYNC_MESSAGE_BYTES: count(1024 * 1024),
  SYNC_DOCUMENT_BYTES: count(16 * 1024 * 1024),
  SYNC_MESSAGES_PER_SECOND: count(200),
  SYNC_CONNECTIONS: count(2000),
  SYNC_CONNECTIONS_PER_ACCOUNT: count(20),
  SYNC_PENDING_BYTES: count(64 * 1024 * 1024),
  MEDIA_OFF: flag.optional(),
  MEDIASOUP_WORKER_BIN: z.string().optional(),
  MEDIA_CACHE_DIR: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  MEDIA_WORKERS: z.coerce.number().int().positive().max(64).optional(),
  MEDIA_LISTEN_ADDRESS: z.union([z.ipv4(), z.ipv6()]).optional(),
  MEDIA_ANNOUNCED_ADDRESS: z.string().optional(),
  MEDIA_PORT: z.coerce.number().int().min(0).max(65_000).optional(),
  MEDIA_UDP: flag.default(true),
  MEDIA_CONSUMERS_PER_WORKER: count(500),
  MEDIA_MESSAGES_PER_SECOND: count(60),
  CALL_PARTICIPANTS: count(60),
  CALL_VIDEOS: count(16),
  TURN_URLS: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((url) => url !== ''))
    .pipe(z.array(z.string().regex(/^turns?:[^\s?]+(\?transport=(udp|tcp))?$/, 'des adresses turn: ou turns:')))
    .optional(),
  TURN_SECRET: z.string().optional(),
  TURN_MINUTES: count(240),
  RPPS_URL: z.url({ protocol: /^https?$/ }).optional(),
  RPPS_FHIR_URL: z.url({ protocol: /^https?$/ }).optional(),
  RPPS_FHIR_KEY: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform((value) => value.split(/[\s,]+/).filter((one) => one !== '')),
  BODY_BYTES: count(256 * 1024),
  REQUESTS_PER_MINUTE: count(6000),
});
export type Environment = z.infer<typeof environmentSchema>;
