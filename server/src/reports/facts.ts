import type { Correspondent, PatientBanner, Provenance, readBackVerdicts } from '@concertation/shared/contracts';
import type { ReportField, ReportSection } from '@concertation/shared/documents';
import type { boardKinds, Guideline, QuorumMissing } from '@concertation/shared/domain';
import type { SerializedEditorState } from 'lexical';
import type { EstablishmentIds } from '../config/index.ts';

/** Somebody who wrote, and what they were to the report: a role of shared/access; `former` for who holds none any more. */
export type Author = NamedPerson & { role: string };

/** What somebody said of the decision's words. */
export type ReadBackGiven = NamedPerson & {
  verdict: (typeof readBackVerdicts)[number];
  reason: string | null;
  at: string;
};

/** The traits that name the patient on every page. */
export type PatientTraitsShown = Omit<PatientBanner, 'patientId' | 'revision'>;

/** What names somebody to other programs. `rpps`: null unless their account was verified. */
export type PersonIdentity = { familyName: string; givenName: string; rpps: string | null };

/** Somebody named on the report, as they were called that day. `identity`: absent for who has no account, and before it was recorded. */
export type NamedPerson = { name: string; specialty: string; identity?: PersonIdentity };

/** What names the report and what it is about, beside its number. */
export type ReportIdentifiers = {
  reportId: string;
  /** The id of its first version, the same for all. */
  setId: string;
  /** The version that this one corrects; null for a first one. */
  replacesId: string | null;
  patientId: string;
  caseId: string;
  presentationId: string;
  meetingId: string;
  boardId: string;
};

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
  /**
   * The quorum when the report was validated; null where none is asked. Absent before it was recorded, as what was
   * missing, and how many of those present only the secretary vouched for.
   */
  quorum?: { met: boolean; derogation: string | null; missing?: QuorumMissing[]; typed?: number } | null;
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
  /**
   * « Relecture »: what those present said of the decision's exact words, as frozen here, and the specialties present
   * that said nothing. Absent before it was recorded. Rule RBK-5.
   */
  readBack?: {
    answers: ReadBackGiven[];
    /** Dissents from words that changed since, of those who did not answer the new ones: they are not forgotten. */
    earlier: ReadBackGiven[];
    awaited: string[];
  };
  /** Absent before they were recorded, as the establishment's. Rule CDA-3. */
  identifiers?: ReportIdentifiers;
  establishmentIds?: EstablishmentIds;
  /** Who asked for the opinion: the case's owner; null for an account that is no more. Absent before it was recorded. */
  requester?: NamedPerson | null;
  /** Who treats the patient outside the meeting, the médecin traitant first. Absent before it was recorded. */
  correspondents?: (Pick<Correspondent, 'role' | 'name'> & Pick<NamedPerson, 'identity'>)[];
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
