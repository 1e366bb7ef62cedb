import { asc, eq } from 'drizzle-orm';
import { mails, textMessages } from '@concertation/schema';
import type { TestServer } from '../harness.ts';

/** The mails written to an address, oldest first. */
export const mailsTo = ({ services: { database } }: TestServer, recipient: string) =>
  database.db.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(asc(mails.createdAt), asc(mails.id));

/** The text messages written to a number, oldest first. */
export const textsTo = ({ services: { database } }: TestServer, recipient: string) =>
  database.db
    .select()
    .from(textMessages)
    .where(eq(textMessages.recipient, recipient))
    .orderBy(asc(textMessages.createdAt), asc(textMessages.id));

/** The six digits of a message. */
export function codeIn(text: string | undefined): string {
  const [code] = /\b\d{6}\b/.exec(text ?? '') ?? [];
  if (!code) throw new Error('no code in this message');
  return code;
}

/** The secret of the link to a page in a message. */
export function tokenIn(text: string | undefined, page: string): string {
  const [, token] = new RegExp(`${page}#([\\w-]{43})`).exec(text ?? '') ?? [];
  if (!token) throw new Error(`no link to ${page} in this message`);
  return token;
}
