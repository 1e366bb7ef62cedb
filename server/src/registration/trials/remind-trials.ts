import { DateTime } from 'luxon';
import { trialsEnding } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { recipientsOf, type SendMail } from '../../notifications/index.ts';
import { trialMail, trialSubject } from '../mail-words.ts';

const timeZone = 'Europe/Paris';
/** How many days before the end of a trial its person is written to. */
const reminders = [7, 1];

/**
 * Writes to those whose trial ends in seven days, and tomorrow, as days are counted in Paris; each once, however often it
 * runs in a day. Source: SC-22, SC-23.
 */
export async function remindTrials(
  { database, sendMail, origin }: { database: Database; sendMail: SendMail; origin: string },
  now = new Date(),
): Promise<void> {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  for (const days of reminders)
    await database.transaction(async (tx) => {
      const ending = await trialsEnding(
        tx,
        today.plus({ days }).minus({ milliseconds: 1 }).toJSDate(),
        today
          .plus({ days: days + 1 })
          .minus({ milliseconds: 1 })
          .toJSDate(),
      );
      if (ending.length === 0) return;
      const told = await recipientsOf(tx, trialSubject(days), today.toJSDate());
      for (const { email } of ending.filter((account) => !told.has(account.email)))
        await sendMail(tx, trialMail(email, origin, days));
    });
}
