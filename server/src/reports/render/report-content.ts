import type { ReportField, ReportSection } from '@concertation/shared/documents';
import { reportFields, reportSections } from '@concertation/shared/documents';
import type { FrozenReport, ReportFacts } from '../facts.ts';
import { breakablePieces, drawableText } from './drawable-text.ts';
import type { Coverage } from './font-coverage.ts';
import { frenchDate, frenchDay, frenchTime, utcParts } from './french-date.ts';
import type { Block } from './model.ts';
import { presenceLines } from './presence.ts';
import { quorumWords } from './quorum-words.ts';
import { readBackWords } from './read-back-words.ts';
import { reportModel, written } from './report-model.ts';

/** Words that may break: the pieces joined are the text. */
type Words = string[];

/** Everything the template sets on the page, already in French. `report.typ` reads exactly this. */
export type ReportContent = {
  /** The date inside the file: the freeze, in seconds since 1970, and its parts in UTC. */
  created: number;
  createdParts: number[];
  title: string;
  documentTitle: string;
  establishment: Words;
  board: Words;
  organisation: Words;
  demonstration: boolean;
  documentNumber: Words;
  version: string;
  hash: string;
  replaces: { notice: Words; reason: Words } | null;
  derogation: Words | null;
  banner: { birthName: Words; givenName: Words; traits: Words; provisional: string | null };
  identity: { label: string; value: Words }[];
  meeting: { label: string; value: Words }[];
  participants: { name: Words; specialty: Words; presence: Words }[];
  sections: { title: string; blocks: Block[] }[];
  /** A null value was left empty; the page says so. */
  proposal: { title: string; decision: Words | null; blocks: Block[] };
  fields: { label: string; value: Words | null }[];
  /** What those present said of the decision's words; null for a report of before it was recorded. */
  readBack: { answers: { verdict: string; who: Words; reason: Words | null }[]; awaited: Words | null } | null;
  frozen: Words;
  seal: Words;
};

const isStaff = (facts: ReportFacts) => facts.board.kind === 'staff';

/** What each section is called on paper. */
export const sectionTitles: Record<ReportSection, (facts: ReportFacts) => string> = {
  question: () => 'Question posée',
  summary: () => 'Résumé clinique',
  discussion: () => 'Discussion',
  proposal: (facts) => (isStaff(facts) ? 'Proposition du staff' : 'Proposition de la RCP'),
};

/** What each field is called on paper. */
export const fieldLabels: Record<ReportField, string> = {
  decision: 'Décision',
  completeFile: 'Dossier complet pour décider',
  guideline: 'Référentiel suivi',
  clinicalTrial: 'Essai clinique',
  followUp: 'Suivi et délai',
};

/** Values chosen in a list; anything else is printed as it was typed. */
const fieldChoices: Partial<Record<ReportField, Record<string, string>>> = {
  decision: {
    treatment: 'Traitement',
    surveillance: 'Surveillance',
    investigation: 'Examens complémentaires',
    recourse: 'Avis de recours',
    deferred: 'Reporté à une autre réunion',
    no_decision: 'Pas de décision',
  },
  completeFile: { yes: 'Oui', no: 'Non' },
  clinicalTrial: { yes: 'Oui', no: 'Non' },
};

/** A field as it is printed: the label of what was chosen, or what was typed; null when it was left empty. */
export function fieldValue(field: ReportField, value: string): string | null {
  const typed = value.trim();
  return typed === '' ? null : (fieldChoices[field]?.[typed] ?? typed);
}

/** How the case was treated, when it was not discussed; and whether those it takes were there, and who was not. Source: domain.md 1.1, 1.3. */
function treatment({ registration, quorum }: ReportFacts): { label: string; value: string }[] {
  const lines: { label: string; value: string }[] = [];
  if (registration) {
    const { name, version, date } = registration;
    lines.push({ label: 'Enregistrement', value: `selon ${name}, version ${version}, du ${frenchDate(date)}` });
  }
  if (quorum) {
    lines.push({ label: 'Quorum', value: quorumWords(quorum) });
  }
  return lines;
}

const sexes = { F: 'féminin', M: 'masculin', I: 'indéterminé' } as const;
const born = { F: 'née le', M: 'né le', I: 'né(e) le' } as const;
const identityStatuses = {
  PROV: 'identité provisoire',
  RECUP: 'identité récupérée, non validée',
  VALI: 'identité validée',
  QUAL: 'identité qualifiée',
} as const;

/** Lays out what a report says. Throws UnprintableContent when its words hold what the product cannot print. */
export function reportContent({ facts, sections, stateHash }: FrozenReport, coverage: Coverage): ReportContent {
  const either = (text: string, fonts: Coverage[keyof Coverage]) =>
    drawableText(text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' '), fonts);
  // A fact may be set in regular or in bold: it must be drawable in both.
  const words = (text: string): Words => breakablePieces(either(either(text, coverage.regular), coverage.bold), 26);
  const { patient, board } = facts;
  const field = (key: ReportField): Words | null => {
    const value = fieldValue(key, facts.fields[key]);
    return value === null ? null : words(value);
  };
  const line = (label: string, value: string) => ({ label, value: words(value) });
  const section = (key: ReportSection) => ({
    title: sectionTitles[key](facts),
    blocks: written(reportModel(sections[key], coverage)),
  });
  const provisional =
    patient.identityStatus === 'QUAL' || patient.identityStatus === 'VALI'
      ? null
      : identityStatuses[patient.identityStatus];
  const proposal = section('proposal');

  return {
    created: Math.floor(Date.parse(facts.frozenAt) / 1000),
    createdParts: utcParts(facts.frozenAt),
    title: isStaff(facts)
      ? 'Compte-rendu de réunion de staff'
      : 'Compte-rendu de réunion de concertation pluridisciplinaire',
    documentTitle: words(`Compte-rendu ${facts.documentNumber}, ${board.name}`).join(''),
    establishment: words(facts.establishment),
    board: words(board.name),
    organisation: words(board.organisation),
    demonstration: facts.demonstration,
    documentNumber: words(facts.documentNumber),
    version: String(facts.version),
    hash: stateHash,
    replaces: facts.replaces && {
      notice: words(`Annule et remplace le compte-rendu ${facts.replaces.documentNumber}`),
      reason: words(facts.replaces.reason),
    },
    derogation: facts.derogation === null ? null : words(facts.derogation),
    banner: {
      birthName: words(patient.birthName),
      givenName: words(patient.birthGivenName),
      traits: words(`${born[patient.sex]} ${frenchDate(patient.birthDate)} · sexe ${sexes[patient.sex]}`),
      provisional,
    },
    identity: [
      line('Nom de naissance', patient.birthName),
      line('Prénom de naissance', patient.birthGivenName),
      ...(patient.usedName ? [line('Nom utilisé', patient.usedName)] : []),
      ...(patient.usedGivenName ? [line('Prénom utilisé', patient.usedGivenName)] : []),
      line('Date de naissance', frenchDate(patient.birthDate)),
      line('Sexe', sexes[patient.sex]),
      line('Statut de l’identité', identityStatuses[patient.identityStatus]),
    ],
    meeting: [
      line('Date', `${frenchDay(facts.meeting.startsAt)}, ${frenchTime(facts.meeting.startsAt)}`),
      line(isStaff(facts) ? 'Staff' : 'RCP', board.name),
      line('Organisation', board.organisation),
      line('Présenté par', `${facts.presenter.name}, ${facts.presenter.specialty}`),
      ...treatment(facts).map(({ label, value }) => line(label, value)),
      line('Compte-rendu', `${facts.documentNumber}, version ${facts.version}`),
    ],
    participants: presenceLines(facts.participants).map((person) => ({
      name: words(person.name),
      specialty: words(person.specialty),
      presence: words(person.presence),
    })),
    sections: reportSections.filter((key) => key !== 'proposal').map(section),
    proposal: { ...proposal, decision: field('decision') },
    fields: reportFields
      .filter((key) => key !== 'decision')
      .map((key) => ({ label: fieldLabels[key], value: field(key) })),
    readBack: readBackWords(facts, words),
    frozen: words(
      `Figé le ${frenchDay(facts.frozenAt)} à ${frenchTime(facts.frozenAt)} (heure de Paris) par ${facts.frozenBy.name}, ${facts.frozenBy.specialty}.`,
    ),
    seal: words(
      facts.demonstration
        ? 'Signé électroniquement avec un certificat de démonstration : cette signature n’engage personne.'
        : 'Ce document porte la signature électronique de l’établissement. Sa validité se vérifie dans un lecteur PDF.',
    ),
  };
}
