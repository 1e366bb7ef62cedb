import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportDetail } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import type { Logger } from '../../lib/index.ts';
import { describeReport } from '../reading/describe-report.ts';
import { findReport, lockReport, reportDocument } from '../report-rows.ts';
import { commitFreeze, type FreezeRequest } from './commit-freeze.ts';
import { examine, refuseUnlessFreezable } from './examine.ts';
import type { Establishment } from './gather-facts.ts';
import { Turns } from './turns.ts';

type Needs = {
  database: Database;
  audit: Audit;
  jobs: Jobs;
  live: LiveDocuments;
  log: Logger;
  configuration: Establishment;
};

const askAgainMs = 1000;

/** A freeze that gives up reopens the document: not while another one is reading what it shut. */
const turns = new Turns();

/**
 * Whether the report is frozen after all: a connection may break between a commit and its answer. Waits for whatever
 * transaction holds the report; as long as the database cannot tell, asks again.
 */
async function isFrozen({ database, log }: Needs, reportId: string): Promise<boolean> {
  for (;;) {
    try {
      return await database.transaction(async (tx) => isSealed((await lockReport(tx, reportId)).state));
    } catch (error) {
      log.warn({ err: error, reportId }, 'unknown whether the freeze was committed, asking again');
      await sleep(askAgainMs, undefined, { ref: false });
    }
  }
}

async function sealAndCommit(needs: Needs, principal: Principal, request: FreezeRequest): Promise<void> {
  const { reportId } = request;
  const seal = await needs.live.seal(reportDocument(reportId));
  try {
    await commitFreeze(needs, principal, request);
  } catch (error) {
    if (await isFrozen(needs, reportId)) return;
    seal.release();
    throw error;
  }
}

async function freezeOnce(needs: Needs, principal: Principal, request: FreezeRequest): Promise<void> {
  const { database, live } = needs;
  const report = await findReport(database.db, request.reportId);
  if (isSealed(report.state)) return;
  // Looked at before the seal too, so that a refusal does not interrupt those who are writing.
  await live.flushed(reportDocument(request.reportId));
  refuseUnlessFreezable(await examine(database.db, report), request);
  await sealAndCommit(needs, principal, request);
}

/**
 * Freezes a report: refuses further words, waits until all that was accepted is durable, then stores it in one
 * transaction. Asked twice, by two people, in the middle of an edit or across a crash, there is one frozen version and
 * everybody is answered the same. A refusal changes nothing and leaves the report open. Throws `identity_mismatch`,
 * `report_gaps` (with the list), `report_text` (with the place). Rules FRZ-1 to FRZ-7.
 */
export async function freezeReport(needs: Needs, principal: Principal, request: FreezeRequest): Promise<ReportDetail> {
  await turns.take(request.reportId, () => freezeOnce(needs, principal, request));
  return describeReport(needs.database.db, principal, request.reportId);
}
