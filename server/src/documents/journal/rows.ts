import type postgres from 'postgres';
import { emptyHead, type Head, type Row, sameHash } from './entry.ts';

/** Writes rows of any documents in one statement: all of them are durable when it returns, or none is. */
export async function insertRows(sql: postgres.Sql, rows: readonly Row[]): Promise<void> {
  const column = <Key extends keyof Row>(key: Key) => rows.map((row) => row[key]);
  // Bytes travel as hexadecimal text: the driver has no way to write an array of bytea.
  await sql`
    insert into document_updates (document, position, account_id, connection_id, received_at, update, hash)
    select document, position, account, connection, at, decode(update, 'hex'), decode(hash, 'hex') from unnest(
      ${column('document')}::text[], ${column('position')}::int[], ${column('accountId')}::uuid[],
      ${column('connectionId')}::uuid[], ${column('receivedAt').map((at) => at.toISOString())}::timestamptz[],
      ${column('update').map(toHex)}::text[], ${column('hash').map(toHex)}::text[]
    ) as row (document, position, account, connection, at, update, hash)`;
}

function toHex({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

/** Where the chains of these documents end now; one without rows is at the empty head. */
export async function readHeads(sql: postgres.Sql, documents: readonly string[]): Promise<Map<string, Head>> {
  const rows = await sql<{ document: string; position: number; hash: Buffer }[]>`
    select distinct on (document) document, position, hash from document_updates
    where document = any(${documents}::text[]) order by document, position desc`;
  const heads = new Map<string, Head>(documents.map((document) => [document, emptyHead]));
  for (const { document, position, hash } of rows) heads.set(document, { position, hash });
  return heads;
}

/** True when this row, with this hash, is in the database. */
export async function isWritten(sql: postgres.Sql, row: Row): Promise<boolean> {
  const [found] = await sql<{ hash: Buffer }[]>`
    select hash from document_updates where document = ${row.document} and position = ${row.position}`;
  return found !== undefined && sameHash(found.hash, row.hash);
}
