import { and, eq, gt, inArray } from 'drizzle-orm';
import { mails } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';

/** How many mails with one of these subjects were written to an address since an instant: so that nobody is flooded. */
export function mailsWritten(
  executor: Executor,
  { recipient, subjects, since }: { recipient: string; subjects: string[]; since: Date },
): Promise<number> {
  return executor.$count(
    mails,
    and(eq(mails.recipient, recipient), inArray(mails.subject, subjects), gt(mails.createdAt, since)),
  );
}

/** The addresses to which a mail with this subject was written since an instant: so that each is told once. */
export async function recipientsOf(executor: Executor, subject: string, since: Date): Promise<Set<string>> {
  const rows = await executor
    .select({ recipient: mails.recipient })
    .from(mails)
    .where(and(gt(mails.createdAt, since), eq(mails.subject, subject)));
  return new Set(rows.map(({ recipient }) => recipient));
}
