import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { SecureMailSecrets, SecureMailSettings } from '../../config/index.ts';
import type { XdmPackage } from '../xdm/pack-xdm.ts';
import { NotSent } from './not-sent.ts';

/** One report for one person, as it leaves. */
export type SecureMail = {
  /** With its angle brackets; the same at each try. */
  messageId: string;
  /** Those of the versions that it replaces, oldest first. */
  references: string[];
  recipient: string;
  text: string;
  packed: XdmPackage;
};

/** Hands one message to the operator. Throws NotSent. */
export type SendSecureMail = (mail: SecureMail) => Promise<void>;

/** Largest message, in bytes as it travels. Source: domain.md 5.1, Mon espace santé. */
export const mostBytes = 25 * 1000 * 1000;
/** What base64 and its lines add to attachments. */
const carried = (bytes: number): number => Math.ceil((bytes * 4 * 78) / (3 * 76));
const withinMs = 30_000;

/** What proves the operator to us and us to the operator; read once, at start. */
export function tlsOf({ authorities }: SecureMailSettings, { certificate }: SecureMailSecrets) {
  return {
    minVersion: 'TLSv1.2' as const,
    // Said, for what is said here wins over the environment and over the address of the server.
    rejectUnauthorized: true as const,
    ...(authorities ? { ca: readFileSync(authorities) } : {}),
    ...(certificate ? { pfx: readFileSync(certificate.p12), passphrase: certificate.password } : {}),
  };
}

/** The address alone, of an address with its label. */
export const bareAddress = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;

const permanent = (code: string | undefined, response: number): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && response >= 500 && response < 600;

/** A refusal of this message lasts; a server that is away, or does not encrypt, does not. */
function toNotSent(error: unknown): NotSent {
  const { code, response, responseCode = 0 } = error as { code?: string; response?: unknown; responseCode?: number };
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(typeof response === 'string' ? response : '')?.[0];
  return new NotSent(status ?? (responseCode ? String(responseCode) : (code ?? 'ECONNECTION')), {
    isPermanent: permanent(code, responseCode),
    cause: error,
  });
}

/**
 * Sends over SMTP, always encrypted, with what the Référentiel socle MSSanté #2 asks: one patient, the archive and its PDF,
 * the `X-MSS` headers, notices of delivery and of reading. Rules DLV-5 to DLV-7. Source: domain.md 5.1.
 */
export function secureTransport(settings: SecureMailSettings, secrets: SecureMailSecrets): SendSecureMail {
  const transport = createTransport({
    url: secrets.smtpUrl,
    requireTLS: true,
    tls: tlsOf(settings, secrets),
    connectionTimeout: withinMs,
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = bareAddress(settings.from);
  return async ({ messageId, references, recipient, text, packed }) => {
    const { zip, pdf, pdfName, subject, codeCda, hasQualifiedIdentity } = packed;
    if (carried(zip.length + pdf.length) + text.length > mostBytes)
      throw new NotSent('too_large', { isPermanent: true });
    const last = references.at(-1);
    try {
      await transport.sendMail({
        messageId,
        ...(last === undefined ? {} : { inReplyTo: last, references }),
        from: settings.from,
        to: { name: '', address: recipient },
        subject,
        text,
        textEncoding: 'quoted-printable',
        attachments: [
          { filename: 'IHE_XDM.ZIP', content: Buffer.from(zip), contentType: 'application/zip' },
          { filename: pdfName, content: Buffer.from(pdf), contentType: 'application/pdf' },
        ],
        headers: {
          'X-MSS-CODECDA': codeCda,
          'X-MSS-INS': hasQualifiedIdentity ? 'O' : 'N',
          ...(settings.nil ? { 'X-MSS-NIL': settings.nil } : {}),
          'X-MSS-MES': 'FIN',
          'Disposition-Notification-To': sender,
        },
        // As the norm writes them; the mailer would write `X-Mss-Nil`.
        normalizeHeaderKey: (key: string) => (/^x-mss-/i.test(key) ? key.toUpperCase() : key),
        dsn: { id: messageId.slice(1, -1), return: 'headers', notify: ['success', 'failure', 'delay'], recipient },
      });
    } catch (error) {
      throw toNotSent(error);
    }
  };
}
