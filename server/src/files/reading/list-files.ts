import { and, desc, eq, ne } from 'drizzle-orm';
import { files } from '@concertation/schema';
import { may, type Role } from '@concertation/shared/access';
import type { FileLine } from '@concertation/shared/contracts';
import type { FileFormat, FileRefusal, FileState } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';

/** The documents of a case but those removed, latest first, as somebody with these roles on it sees them. In two queries. */
export async function listFiles(
  executor: Executor,
  principal: Principal,
  { caseId, roles }: { caseId: string; roles: Role[] },
): Promise<FileLine[]> {
  const rows = await executor
    .select()
    .from(files)
    .where(and(eq(files.caseId, caseId), ne(files.state, 'removed')))
    .orderBy(desc(files.id));
  const people = await findPeople(executor, [...new Set(rows.map(({ uploadedBy }) => uploadedBy))]);
  const writes = may('case.write', roles);
  return rows.map((row) => ({
    fileId: row.id,
    name: row.name,
    bytes: row.bytes,
    format: row.format as FileFormat | null,
    state: row.state as FileState,
    refusal: row.refusal as FileRefusal | null,
    pages: row.pages,
    scanned: row.scannedAt !== null,
    presentationId: row.presentationId,
    questionKey: row.questionKey,
    uploadedBy: people.get(row.uploadedBy)?.name ?? '',
    createdAt: row.createdAt.toISOString(),
    removable: writes && (row.uploadedBy === principal.accountId || roles.includes('owner')),
  }));
}
