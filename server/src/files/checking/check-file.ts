import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { FileFormat, ProofKind } from '@concertation/shared/domain';
import { type ClamdAddress, isClean } from '../antivirus/clamd.ts';
import { type FileNeeds, fileScope, notifyFiles } from '../file-needs.ts';
import type { FileRow } from '../file-rows.ts';
import { inspectFile, type Verdict } from '../inspection/inspect-file.ts';
import { limits } from '../limits.ts';
import { drawPage } from '../previews/draw-page.ts';
import { readWhole } from '../store/read-whole.ts';

type Needs = FileNeeds & { clamd: ClamdAddress | null };

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const refuse = (name: string, refusal: 'infected' | 'unreadable' | 'unknown_format'): Verdict => ({
  refusal,
  format: null,
  pages: 0,
  name,
});

/** The smallest drawing is made at once: it proves that the document can be shown, and the list shows it. */
async function drawFirstPage(store: FileNeeds['store'], id: string, content: Buffer, verdict: Verdict) {
  if (verdict.refusal !== null || verdict.pages === 0) return verdict;
  let drawn: Uint8Array;
  try {
    drawn = await drawPage(content, verdict.format, 1, 240);
  } catch {
    return refuse(verdict.name, 'unreadable');
  }
  await store.put(id, 'p1-240', drawn);
  return verdict;
}

/** A proof is looked at by somebody: only what can be drawn. Source: SC-23. */
const isShown = (format: FileFormat): boolean => limits.proof.formats.some((shown) => shown === format);

async function judge({ store, clamd }: Needs, { id, name, hash, accountId }: FileRow): Promise<Verdict> {
  const content = await readWhole(store, id, 'content');
  if (!content || sha256(content) !== hash) return refuse(name, 'unreadable');
  const verdict = await inspectFile(content, name);
  if (verdict.refusal !== null) return verdict;
  if (accountId && !isShown(verdict.format)) return refuse(name, 'unknown_format');
  if (clamd && !(await isClean(clamd, content))) return refuse(name, 'infected');
  return drawFirstPage(store, id, content, verdict);
}

async function decide(needs: Needs, row: FileRow, verdict: Verdict): Promise<void> {
  const { database, audit, clamd } = needs;
  const { refusal, format, pages, name } = verdict;
  await database.transaction(async (tx) => {
    const state = refusal === null ? 'ready' : 'quarantined';
    const scannedAt = clamd && (refusal === null || refusal === 'infected') ? new Date() : null;
    const decided = await tx
      .update(files)
      .set({ state, refusal, format, pages, name, scannedAt })
      .where(and(eq(files.id, row.id), eq(files.state, 'checking')))
      .returning({ id: files.id });
    // Removed meanwhile: nothing is said of it.
    if (decided.length === 0) return;
    await notifyFiles(tx, row);
    if (row.accountId && refusal !== null)
      await needs.followProof(tx, {
        fileId: row.id,
        accountId: row.accountId,
        proofKind: row.proofKind as ProofKind,
        state: 'quarantined',
      });
    const scope = await fileScope(needs, tx, row, {});
    if (refusal === null)
      await audit.record(tx, 'file.ready', scope, { fileId: row.id, format, scanned: scannedAt !== null });
    else await audit.record(tx, 'file.quarantined', scope, { fileId: row.id, refusal });
  });
}

/**
 * Inspects a received document, asks the antivirus when there is one, and makes it ready or puts it in quarantine; what is
 * infected is not kept. Does nothing when it was decided already. Throws while the store or the antivirus is away: it stays
 * « vérification », to be tried again.
 */
export async function checkFile(needs: Needs, fileId: string): Promise<void> {
  const { database } = needs;
  const [row] = await database.db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.state, 'checking')));
  if (!row) return;
  const verdict = await judge(needs, row);
  await decide(needs, row, verdict);
  if (verdict.refusal !== 'infected') return;
  await needs.store.remove(fileId);
  await database.db.update(files).set({ hash: null }).where(eq(files.id, fileId));
}
