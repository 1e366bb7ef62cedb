import { eq, sql } from 'drizzle-orm';
import * as assert from 'uvu/assert';
import { frozenReports } from '@concertation/schema';
import type { ReportDetail } from '@concertation/shared/contracts';
import { type AppError } from '../../src/lib/index.ts';
import { askReport, type Presented, type World, write } from './report-world.ts';

/** What is stored of a report's freeze: no row, or one. */
export async function frozenRows({ server }: World, reportId: string) {
  return server.services.database.db.select().from(frozenReports).where(eq(frozenReports.reportId, reportId));
}

/** How many times the work of signing a report was queued, whatever became of it. */
export async function countJobs({ server }: World, reportId: string): Promise<number> {
  const rows = await server.services.database.db.execute(
    sql`select id from jobs.job where name = 'report.render-sign' and data->>'reportId' = ${reportId}`,
  );
  return rows.length;
}

/** What must hold after any refusal: nothing is frozen, nothing is queued, and people go on writing. */
export async function assertStillOpen(world: World, { reportId }: Presented): Promise<void> {
  assert.is(((await askReport(world, 'owner', 'GET', reportId)).body as ReportDetail).state, 'draft');
  assert.equal(await frozenRows(world, reportId), []);
  assert.is(await countJobs(world, reportId), 0);
  await write(world, 'owner', `report:${reportId}`, { sections: { discussion: 'On continue' } });
}

/** What must hold once it is frozen: nobody writes in it any more. */
export async function assertShut(world: World, { reportId }: Presented): Promise<void> {
  await write(world, 'owner', `report:${reportId}`, { sections: { proposal: 'autre' } }).then(
    () => assert.unreachable('a frozen report was written'),
    (error: AppError) => assert.is(error.code, 'report_sealed'),
  );
}
