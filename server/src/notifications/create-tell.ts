import { notifications } from '@concertation/schema';
import { notificationAbout } from '@concertation/shared/contracts';
import { readAddresses } from '../auth/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { newId } from '../lib/index.ts';
import { type Composed, composeNotice, type MailSetting } from './mail/compose.ts';
import { writeMails } from './mail/write-mail.ts';
import { wantByEmail } from './preferences.ts';
import type { Notice, Tell } from './tell.ts';

/** What telling needs. `setting` is asked each time: the origin is known once the port is. */
export type TellNeeds = { jobs: Jobs; setting: () => MailSetting };

/**
 * Writes a notice for each of its accounts, once, and its mail for those who want it. Only what the contract knows of
 * `about` is kept: what else a caller might put there reaches nobody.
 */
export async function tellWith(tx: Transaction, jobs: Jobs, notice: Notice, mail: Composed): Promise<void> {
  const { kind, calendar } = notice;
  const about = notificationAbout.parse(notice.about);
  const addresses = await readAddresses(tx, [...new Set(notice.to)]);
  const accountIds = [...addresses.keys()];
  if (accountIds.length === 0) return;
  const createdAt = new Date();
  await tx
    .insert(notifications)
    .values(accountIds.map((accountId) => ({ id: newId(), accountId, kind, about, createdAt })));
  const wanting = await wantByEmail(tx, accountIds, kind);
  await writeMails(
    tx,
    jobs,
    wanting.map((accountId) => ({
      ...mail,
      recipient: addresses.get(accountId) as string,
      ...(calendar ? { calendar } : {}),
    })),
  );
}

/** The product's `Tell`. */
export function createTell({ jobs, setting }: TellNeeds): Tell {
  return (tx, notice) => tellWith(tx, jobs, notice, composeNotice(notice, setting()));
}
