import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TimestampSettings } from '../../../config/index.ts';
import type { TimestampAuthority } from './authority.ts';

/** The authority that is configured, with those that must stand behind it; null where there is none. */
export function openAuthority(settings: TimestampSettings | null): TimestampAuthority | null {
  if (settings === null) return null;
  const { url, certificates } = settings;
  const pem = certificates === null ? '' : readFileSync(certificates, 'utf8');
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return { url, roots: found.map((text) => new X509Certificate(text).raw) };
}
