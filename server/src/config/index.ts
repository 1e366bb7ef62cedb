/**
 * Config: environment → configuration → secrets. The only reader of process.env; it refuses what contradicts itself
 * or would be unsafe in production, and says which setting to change.
 */
export {
  type Configuration,
  ConfigurationError,
  demonstrationAuditKey,
  forgetSecrets,
  readConfiguration,
  type Secrets,
} from './configuration.ts';
export { childEnvironment, inChildEnvironment } from './child-environment.ts';
export type { EstablishmentIds } from './establishment.ts';
export { isLocal } from './is-local.ts';
export type { MediaSettings } from './media.ts';
export type { SecureMailSecrets, SecureMailSettings } from './secure-mail.ts';
export type { TimestampSettings } from './signing.ts';
