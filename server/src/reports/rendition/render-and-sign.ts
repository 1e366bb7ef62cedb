import { eq } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { Tell } from '../../notifications/index.ts';
import type { FollowSigned } from '../ports.ts';
import { makeRendition, type MakeNeeds } from './make-rendition.ts';
import { RenditionFailure } from './rendition-failure.ts';
import { storeFailure, storeSigned } from './store-rendition.ts';

/** What rendering and signing need, and who is told that it was done. */
export type SignNeeds = MakeNeeds & { audit: Audit; tell: Tell; followSigned: FollowSigned };

/** A frozen report whose signature is awaited; null when there is none, or when it is signed already. */
async function findAwaiting(database: Database, reportId: string) {
  const [row] = await database.db
    .select({
      state: frozenReports.state,
      stateHash: frozenReports.stateHash,
      facts: frozenReports.facts,
      journalPosition: frozenReports.journalPosition,
      journalHash: frozenReports.journalHash,
      signedAt: renditions.signedAt,
    })
    .from(frozenReports)
    .innerJoin(renditions, eq(renditions.reportId, frozenReports.reportId))
    .where(eq(frozenReports.reportId, reportId));
  return row && row.signedAt === null ? row : null;
}

/**
 * Renders and signs a frozen report and stores the result; does nothing when it is signed already. On failure it
 * stores why, then throws, to be tried again: a report stays « signature en attente », never unsigned. Rules FRZ-8, FRZ-9.
 */
export async function renderAndSign(needs: SignNeeds, reportId: string): Promise<void> {
  const { database, audit, tell, followSigned } = needs;
  const awaiting = await findAwaiting(database, reportId);
  if (!awaiting) return;
  try {
    await storeSigned(
      { database, audit, tell, followSigned },
      reportId,
      await makeRendition(needs, { ...awaiting, reportId }),
    );
  } catch (error) {
    if (error instanceof RenditionFailure) await storeFailure({ database, audit }, reportId, error.code);
    throw error;
  }
}
