import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import type { Provenance } from '@concertation/shared/contracts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { JournalAltered } from '../../documents/index.ts';
import { canonicalJson, type Logger } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import type { ReportFacts } from '../facts.ts';
import { readDraft } from '../freeze/draft.ts';
import { computeProvenance, type FrozenWords } from '../provenance/compute-provenance.ts';
import { renderReport } from '../render/render-report.ts';
import { signPdf } from '../sign/sign-pdf.ts';
import type { Signer } from '../sign/signer.ts';
import { verifyPdf } from '../sign/verify-pdf.ts';
import { RenditionFailure, step } from './rendition-failure.ts';
import { type Rendition, storeFailure, storeSigned } from './store-rendition.ts';

/** Opens the establishment's key; asked at each try, so that a repaired key is found without a restart. */
export type OpenKey = () => Promise<Signer>;

type Needs = { database: Database; audit: Audit; log: Logger; openKey: OpenKey; tell: Tell };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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

export type Frozen = { state: Uint8Array; stateHash: string; facts: string };
type Awaiting = Frozen & FrozenWords;

/** The unsigned PDF of frozen bytes, facts and provenance, and of nothing else; the same every time. */
export async function renderFrozen(
  { state, stateHash, facts }: Frozen,
  provenance: Provenance | null,
): Promise<Uint8Array> {
  if (sha256(state) !== stateHash) throw new RenditionFailure('frozen_bytes_altered');
  return step('render_failed', () =>
    renderReport({
      state,
      stateHash,
      sections: readDraft(state).sections,
      facts: JSON.parse(facts) as ReportFacts,
      provenance,
    }),
  );
}

/** Signs in the establishment's name, and says who froze. */
async function sign(
  unsigned: Uint8Array,
  signer: Signer,
  { documentNumber, establishment, frozenBy }: ReportFacts,
): Promise<Uint8Array> {
  const reason = `Compte-rendu ${documentNumber} figé par ${frozenBy.name}`;
  const signed = await step('signature_failed', () =>
    signPdf(unsigned, signer, { reason, name: establishment, at: new Date() }),
  );
  const { certificate } = await step('verification_failed', () => verifyPdf(signed));
  if (Buffer.compare(certificate, signer.certificate) !== 0) throw new RenditionFailure('verification_failed');
  return signed;
}

/** An altered journal stops the signature. What the product itself cannot trace does not: the report is signed without. */
async function findProvenance(
  { database, log }: Pick<Needs, 'database' | 'log'>,
  frozen: Awaiting,
  facts: ReportFacts,
): Promise<Provenance | null> {
  try {
    return await computeProvenance(database.db, frozen, facts);
  } catch (cause) {
    if (cause instanceof JournalAltered) throw new RenditionFailure('journal_altered', { cause });
    log.error({ err: cause, reportId: frozen.reportId }, 'authors could not be traced: the report is signed without');
    return null;
  }
}

async function makeRendition(needs: Needs, frozen: Awaiting): Promise<Rendition> {
  const { openKey } = needs;
  if (sha256(frozen.state) !== frozen.stateHash) throw new RenditionFailure('frozen_bytes_altered');
  const signer = await step('signer_unavailable', openKey);
  const facts = JSON.parse(frozen.facts) as ReportFacts;
  if (canonicalJson(readDraft(frozen.state).fields) !== canonicalJson(facts.fields))
    throw new RenditionFailure('frozen_bytes_altered');
  const provenance = await findProvenance(needs, frozen, facts);
  const unsigned = await renderFrozen(frozen, provenance);
  const signedPdf = await sign(unsigned, signer, facts);
  return {
    unsignedHash: sha256(unsigned),
    signedPdf,
    signedHash: sha256(signedPdf),
    provenance: provenance && canonicalJson(provenance),
  };
}

/**
 * Renders and signs a frozen report and stores the result; does nothing when it is signed already. On failure it
 * stores why, then throws, to be tried again: a report stays « signature en attente », never unsigned. Rules FRZ-8, FRZ-9.
 */
export async function renderAndSign(needs: Needs, reportId: string): Promise<void> {
  const { database, audit, tell } = needs;
  const awaiting = await findAwaiting(database, reportId);
  if (!awaiting) return;
  try {
    await storeSigned({ database, audit, tell }, reportId, await makeRendition(needs, { ...awaiting, reportId }));
  } catch (error) {
    if (error instanceof RenditionFailure) await storeFailure({ database, audit }, reportId, error.code);
    throw error;
  }
}
