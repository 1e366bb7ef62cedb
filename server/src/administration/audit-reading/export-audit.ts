import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { auditActs, type AuditLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { type Audit, type AuditFilters, countEvents, searchEvents } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { type AskedAudit, describeEvents, fieldsOf, toFilters } from './audit-lines.ts';

const mostLines = 100_000;
const batch = 2_000;

const heads = ['Position', 'Date', 'Événement', 'Acte', 'Compte', 'Nom', 'Patient', 'Objet', 'Détails', 'À voir'];

/** What a former version recorded may have no words any more. */
type Words = Record<string, { fr: string } | undefined>;

const toCells = ({ position, at, kind, accountId, accountName, patientId, subject, details, marked }: AuditLine) => [
  String(position),
  at,
  kind,
  (auditActs as Words)[kind]?.fr ?? '',
  accountId ?? '',
  accountName ?? '',
  patientId ?? '',
  subject ?? '',
  JSON.stringify(details),
  marked ? 'oui' : '',
];

/** Cells that a spreadsheet opens as text: none is computed (CSV injection, OWASP; product 3.4 n° 18). */
const csv = (cells: string[][], bom = false): string =>
  stringify(cells, { bom, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });

async function* lines(database: Database, filters: AuditFilters, below: number): AsyncGenerator<string> {
  yield csv([heads], true);
  let before = below;
  for (let written = 0; written < mostLines; written += batch) {
    const rows = await searchEvents(database.db, filters, { before, limit: Math.min(batch, mostLines - written) });
    const last = rows.at(-1);
    if (!last) return;
    yield csv((await describeEvents(database.db, rows)).map(toCells));
    before = last.position;
  }
}

/**
 * The same as a spreadsheet opens it, latest first, at most 100,000 lines, read as it is sent. Recorded before the first
 * byte leaves, with how many lines there are.
 */
export async function exportAudit(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  asked: AskedAudit,
): Promise<Readable> {
  const filters = toFilters(asked);
  const [latest] = await searchEvents(database.db, {}, { limit: 1 });
  const below = (latest?.position ?? 0) + 1;
  const found = Math.min(await countEvents(database.db, filters, below), mostLines);
  await database.transaction((tx) =>
    audit.record(tx, 'audit.exported', principal, { lines: found, fields: fieldsOf(asked) }),
  );
  return Readable.from(lines(database, filters, below));
}
