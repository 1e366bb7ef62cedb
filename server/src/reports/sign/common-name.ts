import type { X509Certificate } from 'node:crypto';

/** The name that a certificate gives its holder; empty where it gives none. */
export const commonName = ({ subject }: X509Certificate): string =>
  (/^CN=(.*)$/m.exec(subject)?.[1] ?? '').replaceAll(/\\(.)/g, '$1');
