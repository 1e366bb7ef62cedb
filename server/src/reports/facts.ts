import type { PatientBanner, Provenance } from '@concertation/shared/contracts';
import type { ReportField, ReportSection } from '@concertation/shared/documents';
import type { boardKinds, Guideline } from '@concertation/shared/domain';
import type { SerializedEditorState } from 'lexical';

/** Somebody who wrote, and what they were to the report: a role of shared/access; `former` for who holds none any more. */
export type Author = NamedPerson & { role: string };

/** The traits that name the patient on every page. */
export type PatientTraitsShown = Omit<PatientBanner, 'patientId' | 'revision'>;

/** Somebody named on the report, as they were called that day. */
export type NamedPerson = { name: string; specialty: string };

/** Somebody at the meeting, as the attendance rows say. Instants are ISO 8601 in UTC. */
export type Participant = NamedPerson & {
  source: 'connection' | 'secretary';
  arrivedAt: string;
  leftAt: string | null;
};

/**
 * What was true when the report was frozen, beside its words: rows, never text anybody may type in the document.
 * Written once with the frozen bytes. Instants are ISO 8601 in UTC. Source: domain.md 1.6.
 */
export type ReportFacts = {
  documentNumber: string;
  version: number;
  /** The report that this one corrects, and why. */
  replaces: { documentNumber: string; reason: string } | null;
  establishment: string;
  board: { name: string; organisation: string; kind: (typeof boardKinds)[number] };
  meeting: { startsAt: string };
  /** The référentiel of an « enregistrement »; null for a case that was discussed. Absent before it was recorded. */
  registration?: Guideline | null;
  /** The quorum when the report was validated; null where none is asked. Absent before it was recorded. */
  quorum?: { met: boolean; derogation: string | null } | null;
  frozenAt: string;
  frozenBy: NamedPerson;
  /** Why it was frozen although incomplete; null when nothing was missing. */
  derogation: string | null;
  patient: PatientTraitsShown;
  presenter: NamedPerson;
  participants: Participant[];
  fields: Record<ReportField, string>;
  /** True for a server on demonstration data: every page then says so. */
  demonstration: boolean;
  /** Who wrote in the report and in the sheet, by account, as they were then. Absent before it was recorded. */
  authors?: Record<string, Author>;
  /** When the meeting came to its first case and when it was closed. Absent before it was recorded. */
  ran?: { startedAt: string | null; closedAt: string | null };
};

/** Everything a report's pages are made from. Same value in, same bytes out. */
export type FrozenReport = {
  facts: ReportFacts;
  sections: Record<ReportSection, SerializedEditorState>;
  /** SHA-256 of the frozen bytes, hexadecimal. */
  stateHash: string;
  /** The frozen bytes themselves. */
  state: Uint8Array;
  /** Null for a report that was frozen before it was computed. */
  provenance: Provenance | null;
};
