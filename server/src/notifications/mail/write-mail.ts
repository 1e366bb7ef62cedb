import { z } from 'zod';
import { mails } from '@concertation/schema';
import type { Transaction } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import type { Mail, SendMail } from '../tell.ts';
import { sendMailJob } from './send-mail-job.ts';
import { toHtml } from './to-html.ts';

/** One address and nothing more; one line that adds no header. */
const envelope = z.object({
  recipient: z.email().max(254),
  subject: z
    .string()
    .min(1)
    .max(300)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u),
});

function check({ recipient, subject }: Mail): void {
  const parsed = envelope.safeParse({ recipient, subject });
  if (parsed.success) return;
  const fields = parsed.error.issues.map(({ path, code }) => ({ field: path.join('.'), problem: code }));
  throw new AppError('invalid', { fields });
}

/**
 * Writes mails and queues their sending, in the transaction that makes them necessary; returns their ids. Throws
 * `invalid` for an address that is not exactly one, or a subject that would add a header.
 */
export async function writeMails(tx: Transaction, jobs: Jobs, written: Mail[]): Promise<string[]> {
  if (written.length === 0) return [];
  written.forEach(check);
  const rows = written.map(({ recipient, subject, text, calendar, secret = false }) => ({
    id: newId(),
    recipient,
    subject,
    text,
    html: toHtml(text),
    secret,
    calendar: calendar?.content ?? null,
    calendarMethod: calendar?.method ?? null,
    createdAt: new Date(),
  }));
  await tx.insert(mails).values(rows);
  await jobs.enqueueAll(
    tx,
    sendMailJob,
    rows.map(({ id }) => ({ mailId: id })),
  );
  return rows.map(({ id }) => id);
}

/** A mail to an address, which may have no account. Throws like `writeMails`. */
export function createSendMail({ jobs }: { jobs: Jobs }): SendMail {
  return async (tx, mail) => {
    await writeMails(tx, jobs, [mail]);
  };
}
