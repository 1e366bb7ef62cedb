import { and, eq, inArray } from 'drizzle-orm';
import { meetings, presentations } from '@concertation/schema';
import { type DocumentName, documentName, type MeetingState } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

const open: MeetingState[] = ['planned', 'open', 'running'];

/** The documents behind the screens that say whether a case is ready: its own, and the unfinished meetings that list it. */
export async function screensShowing(executor: Executor, caseId: string): Promise<DocumentName[]> {
  const listing = await executor
    .select({ meetingId: presentations.meetingId })
    .from(presentations)
    .innerJoin(meetings, eq(meetings.id, presentations.meetingId))
    .where(and(eq(presentations.caseId, caseId), eq(presentations.state, 'listed'), inArray(meetings.state, open)));
  return [documentName('case', caseId), ...listing.map(({ meetingId }) => documentName('meeting', meetingId))];
}
