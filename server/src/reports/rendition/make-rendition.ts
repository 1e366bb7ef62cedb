import { createHash } from 'node:crypto';
import type { Provenance } from '@concertation/shared/contracts';
import type { Database } from '../../database/index.ts';
import { JournalAltered } from '../../documents/index.ts';
import { canonicalJson, type Logger } from '../../lib/index.ts';
import type { FrozenReport, ReportFacts } from '../facts.ts';
import { readDraft } from '../freeze/draft.ts';
import { computeProvenance, type FrozenWords } from '../provenance/compute-provenance.ts';
import { type Pages, renderPages, renderReport } from '../render/render-report.ts';
import type { MaybeStamp } from '../sign/cades.ts';
import { signPdf } from '../sign/sign-pdf.ts';
import type { OpenKey, Signer } from '../sign/signer.ts';
import type { TimestampAuthority } from '../sign/timestamp/authority.ts';
import { verifyPdf } from '../sign/verify-pdf.ts';
import { RenditionFailure, step } from './rendition-failure.ts';
import type { Rendition } from './store-rendition.ts';
import { retryMinutes, tolerantStamp } from './tolerant-stamp.ts';

/** `authority`: where times are asked; null: nowhere. */
export type MakeNeeds = { database: Database; log: Logger; openKey: OpenKey; authority: TimestampAuthority | null };

export type Frozen = { state: Uint8Array; stateHash: string; facts: string };
type Awaiting = Frozen & FrozenWords;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is printed: frozen bytes, facts and provenance, and nothing else. */
function frozenReport({ state, stateHash, facts }: Frozen, provenance: Provenance | null): FrozenReport {
  if (sha256(state) !== stateHash) throw new RenditionFailure('frozen_bytes_altered');
  const { sections } = readDraft(state);
  return { state, stateHash, sections, facts: JSON.parse(facts) as ReportFacts, provenance };
}

/** The unsigned PDF of frozen bytes, facts and provenance, and of nothing else; the same every time. */
export async function renderFrozen(frozen: Frozen, provenance: Provenance | null): Promise<Uint8Array> {
  return step('render_failed', () => renderReport(frozenReport(frozen, provenance)));
}

/** Signs in the establishment's name, and says who froze; with a time where one is to be had. */
async function sign(
  unsigned: Uint8Array,
  signer: Signer,
  { documentNumber, establishment, frozenBy }: ReportFacts,
  stamp: MaybeStamp | null,
): Promise<Uint8Array> {
  const reason = `Compte-rendu ${documentNumber} figé par ${frozenBy.name}`;
  const signed = await step('signature_failed', () =>
    signPdf(unsigned, signer, { reason, name: establishment, at: new Date() }, stamp),
  );
  const { certificate, timestamps } = await step('verification_failed', () => verifyPdf(signed));
  if (Buffer.compare(certificate, signer.certificate) !== 0 || timestamps === null)
    throw new RenditionFailure('verification_failed');
  return signed;
}

/** An altered journal stops the signature. What the product itself cannot trace does not: the report is signed without. */
async function findProvenance(
  { database, log }: Pick<MakeNeeds, 'database' | 'log'>,
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

/** The two files, signed one after the other: a key in a card does one thing at a time. */
async function signPages(
  { log, authority }: MakeNeeds,
  { original, archival }: Pages,
  signer: Signer,
  facts: ReportFacts,
): Promise<Pick<Rendition, 'signedPdf' | 'archivalPdf' | 'level' | 'extendAt' | 'extensionFailure'>> {
  const times = authority && tolerantStamp(authority, log);
  const signedPdf = await sign(original, signer, facts, times?.stamp ?? null);
  const failure = times?.failure() ?? null;
  // An authority that did not answer is not waited for a second time.
  const archivalPdf = await sign(archival, signer, facts, failure === null ? (times?.stamp ?? null) : null);
  return {
    signedPdf,
    archivalPdf,
    level: times && failure === null ? 'T' : 'B',
    extendAt: failure === null ? null : new Date(Date.now() + retryMinutes * 60_000),
    extensionFailure: failure,
  };
}

/**
 * The signed files of a frozen report: the original, and the same pages for secure mail and the DMP. Rejects with
 * RenditionFailure, which says why there is none. Rules FRZ-8, PDF-12, PDF-13.
 */
export async function makeRendition(needs: MakeNeeds, frozen: Awaiting): Promise<Rendition> {
  if (sha256(frozen.state) !== frozen.stateHash) throw new RenditionFailure('frozen_bytes_altered');
  const signer = await step('signer_unavailable', needs.openKey);
  const facts = JSON.parse(frozen.facts) as ReportFacts;
  if (canonicalJson(readDraft(frozen.state).fields) !== canonicalJson(facts.fields))
    throw new RenditionFailure('frozen_bytes_altered');
  const provenance = await findProvenance(needs, frozen, facts);
  const pages = await step('render_failed', () => renderPages(frozenReport(frozen, provenance)));
  const signed = await signPages(needs, pages, signer, facts);
  return {
    ...signed,
    unsignedHash: sha256(pages.original),
    signedHash: sha256(signed.signedPdf),
    archivalHash: sha256(signed.archivalPdf),
    provenance: provenance && canonicalJson(provenance),
  };
}
