import { createTransport } from 'nodemailer';
import type { mails } from '@concertation/schema';
import { isLocal } from '../../config/index.ts';

export type StoredMail = typeof mails.$inferSelect;

/** Hands one mail to the relay. Throws Undelivered. */
export type Deliver = (mail: StoredMail) => Promise<void>;

/** Why a mail did not leave. `permanent`: the relay refused this mail, and would again. */
export class Undelivered extends Error {
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean) {
    super(reason.slice(0, 500));
    this.name = 'Undelivered';
    this.permanent = permanent;
  }
}

const withinMs = 20_000;

/** A refusal of who writes, to whom, or what; not one of a password, which the administrator will repair. */
function isPermanent({ code, responseCode = 0 }: { code?: string; responseCode?: number }): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode < 600;
}

function toUndelivered(error: unknown): Undelivered {
  const { code = 'ECONNECTION', response } = error as { code?: string; response?: unknown };
  const said = typeof response === 'string' ? response.replace(/\s+/g, ' ') : '';
  return new Undelivered(said ? `${code} ${said}` : code, isPermanent(error as object));
}

/**
 * Sends over SMTP to the establishment's relay, over TLS but on this machine. The message is named after the mail, so that a repeated send is the
 * same message. A calendar goes as an alternative with its method, which diaries read, and as an attachment (RFC 6047).
 */
export function smtpDelivery({ url, from }: { url: string; from: string }): Deliver {
  const transport = createTransport({
    url,
    // A code or a link does not leave in clear, nor to whoever answers in the relay’s place.
    requireTLS: !isLocal(url),
    connectionTimeout: withinMs,
    greetingTimeout: withinMs,
    socketTimeout: withinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return async ({ id, recipient, subject, text, html, calendar, calendarMethod, createdAt }) => {
    const event = calendar && {
      icalEvent: { method: calendarMethod ?? 'PUBLISH', content: calendar, filename: 'reunion.ics' },
    };
    try {
      await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        from,
        to: { name: '', address: recipient },
        subject,
        text,
        html,
        date: createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...event,
      });
    } catch (error) {
      throw toUndelivered(error);
    }
  };
}
