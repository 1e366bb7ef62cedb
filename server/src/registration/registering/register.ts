import { sql } from 'drizzle-orm';
import { registrations } from '@concertation/schema';
import type { Registration } from '@concertation/shared/contracts';
import { checkPassword, findAccountByEmail, hashPassword } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { hashToken, newId, newToken } from '../../lib/index.ts';
import { mailsWritten, type SendMail } from '../../notifications/index.ts';
import { confirmationMail, confirmationSubject, knownMail, knownSubject } from '../mail-words.ts';
import { draft } from './registration-row.ts';

/** How long a confirmation link works. */
export const confirmationHours = 48;
/** Mails that one address receives in a day because somebody registers with it: beyond, nothing is said and nothing sent. */
const mailsPerDay = 5;

/**
 * Keeps what was typed until the link mailed to its address is followed. An address that has an account is told so by
 * mail, and whoever asks is told nothing: the same answer, after the same work. Throws `password_common`, which does not
 * depend on it. Source: SC-13 to SC-17, PA-16; product 3.4 n° 20.
 */
export async function register(
  { database, sendMail, origin }: { database: Database; sendMail: SendMail; origin: string },
  given: Registration,
): Promise<void> {
  const { email, password } = given;
  if (password !== null) checkPassword(password, given);
  const passwordHash = password === null ? null : await hashPassword(password);
  const token = newToken();
  await database.transaction(async (tx) => {
    // One at a time for an address: the count is of what is really there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`registration:${email}`}))`);
    const known = await findAccountByEmail(tx, email);
    const now = new Date();
    const written = await mailsWritten(tx, {
      recipient: email,
      subjects: [confirmationSubject, knownSubject],
      since: new Date(now.getTime() - 24 * 3_600_000),
    });
    if (written >= mailsPerDay) return;
    if (known) return sendMail(tx, knownMail(email, origin));
    await tx.insert(registrations).values({
      id: newId(),
      tokenHash: hashToken(token),
      draft: JSON.stringify(draft.parse(given)),
      passwordHash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + confirmationHours * 3_600_000),
    });
    return sendMail(tx, confirmationMail(email, `${origin}/inscription/confirmation#${token}`));
  });
}
