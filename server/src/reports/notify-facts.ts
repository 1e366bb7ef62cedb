import { notify, type Transaction } from '../database/index.ts';

/** Tells whoever has the report, its meeting or its case open that rows behind them changed. */
export async function notifyFacts(
  tx: Transaction,
  reportId: string,
  { meetingId, caseId }: { meetingId: string; caseId: string },
): Promise<void> {
  await notify(tx, 'facts_changed', `report:${reportId}`);
  await notify(tx, 'facts_changed', `meeting:${meetingId}`);
  await notify(tx, 'facts_changed', `case:${caseId}`);
}
