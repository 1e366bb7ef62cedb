import { deliveries } from '@concertation/schema';
import { may } from '@concertation/shared/access';
import { type Grant, grant, rolesOfAll } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { reachableAccounts } from '../../auth/index.ts';
import { readCorrespondents } from '../../cases/index.ts';
import type { Configuration } from '../../config/index.ts';
import { notify, type Transaction } from '../../database/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import { newId } from '../../lib/index.ts';
import { type FollowSigned, type ReportPlace, reportPlaces } from '../../reports/index.ts';
import { deliveriesOf, type DeliveryRow } from '../delivery-rows.ts';
import { deliverJob } from '../sending/deliver-job.ts';
import { channelTo, firstState } from './channel.ts';
import { findRecipients, type Recipient } from './find-recipients.ts';
import { inherit } from './inherit.ts';
import { settleReplaced } from './settle-replaced.ts';

export type FollowNeeds = {
  audit: Audit;
  jobs: Jobs;
  configuration: Pick<Configuration, 'secureMail' | 'trustedDomains' | 'demonstration'>;
};

const notAccounts: readonly Recipient['role'][] = ['general_practitioner', 'correspondent'];

/** Which of these accounts may read the report now. */
async function readersAmong(tx: Transaction, reportId: string, accountIds: string[]): Promise<Set<string>> {
  const subject = { kind: 'report', id: reportId } as const;
  const roles = await rolesOfAll(
    tx,
    accountIds.map((accountId) => ({ accountId, subject })),
  );
  return new Set(accountIds.filter((_, index) => may('report.read', roles[index] ?? [])));
}

/** Who receives this version, with those who hold the one that it replaces. */
async function recipientsOf(tx: Transaction, place: ReportPlace, previous: DeliveryRow[]): Promise<Recipient[]> {
  const listed = new Set(
    (await readCorrespondents(tx, place.caseId)).map(({ correspondentId }) => `correspondent:${correspondentId}`),
  );
  const readers = await readersAmong(
    tx,
    place.reportId,
    previous.flatMap(({ accountId }) => accountId ?? []),
  );
  return inherit(await findRecipients(tx, place), previous, ({ recipient, accountId }) =>
    recipient.startsWith('account:')
      ? accountId !== null && readers.has(accountId)
      : !recipient.startsWith('correspondent:') || listed.has(recipient),
  );
}

/** A correspondent who may sign in reads this report, and nothing else of the case. */
async function giveReading(
  tx: Transaction,
  { reportId, presenterId }: ReportPlace,
  recipients: Recipient[],
  reachable: Set<string>,
): Promise<Grant[]> {
  const accountIds = recipients.flatMap(({ role, accountId }) =>
    accountId && notAccounts.includes(role) && reachable.has(accountId) ? accountId : [],
  );
  const readers = await readersAmong(tx, reportId, accountIds);
  const given: Grant[] = [];
  for (const id of accountIds.filter((accountId) => !readers.has(accountId)))
    given.push(
      await grant(tx, {
        subject: { kind: 'report', id: reportId },
        grantee: { kind: 'account', id },
        role: 'referent',
        grantedBy: presenterId,
      }),
    );
  return given;
}

/**
 * What follows a signature, in its transaction: decides once to whom the report goes and how, gives correspondents who
 * have an account the right to read it, and queues what leaves by mail. Rules DLV-1 to DLV-5, DLV-10.
 */
export function signedFollower({ audit, jobs, configuration }: FollowNeeds): FollowSigned {
  const { secureMail, trustedDomains, demonstration } = configuration;
  return async (tx, reportId) => {
    const place = (await reportPlaces(tx, [reportId])).get(reportId);
    if (!place) return async () => undefined;
    const previous = place.replacesId ? await deliveriesOf(tx, [place.replacesId]) : [];
    const recipients = await recipientsOf(tx, place, previous);
    const accountIds = recipients.flatMap(({ accountId }) => accountId ?? []);
    const reachable = await reachableAccounts(tx, { demonstration }, accountIds);
    const given = await giveReading(tx, place, recipients, reachable);
    const now = new Date();
    const rows = recipients.map((one) => {
      const isHere = one.accountId !== null && reachable.has(one.accountId);
      const channel = isHere ? 'product' : channelTo(one.address, trustedDomains);
      const { state, failure } = firstState(channel, secureMail !== null);
      return {
        ...one,
        id: newId(),
        reportId,
        channel,
        state,
        failure,
        attempts: 0,
        accountId: isHere ? one.accountId : null,
        createdAt: now,
        sentAt: state === 'sent' ? now : null,
      };
    });
    if (rows.length > 0) await tx.insert(deliveries).values(rows).onConflictDoNothing();
    for (const { id, state } of rows) if (state === 'waiting') await jobs.enqueue(tx, deliverJob, { deliveryId: id });
    const replaced = await settleReplaced(tx, previous);
    if (rows.length > 0) await notify(tx, 'facts_changed', `report:${reportId}`);

    const { patientId } = place;
    return async () => {
      const scope = { patientId, subject: `report:${reportId}` };
      for (const { grantee, role } of given)
        await audit.record(tx, 'grant.given', scope, { role, granteeKind: grantee.kind, granteeId: grantee.id });
      for (const { id: deliveryId, channel, state, failure } of rows)
        if (state === 'sent') await audit.record(tx, 'delivery.sent', scope, { deliveryId, channel });
        else if (failure) await audit.record(tx, 'delivery.failed', scope, { deliveryId, failure, code: null });
      const former = { patientId, subject: `report:${place.replacesId}` };
      for (const deliveryId of replaced) await audit.record(tx, 'delivery.settled', former, { deliveryId });
    };
  };
}
