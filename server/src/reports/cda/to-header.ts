import { foldText, notPhysicians } from '@concertation/shared/domain';
import type { EstablishmentIds } from '../../config/index.ts';
import type { NamedPerson, Participant, PersonIdentity, ReportFacts } from '../facts.ts';
import type { CdaHeader, CdaId, CdaPerson, CdaPresent } from './header.ts';
import { oidOfUuid } from './oids.ts';
import { toSecond } from './times.ts';

/** A report that was frozen before what names it was recorded has no CDA document. */
export class NoIdentifiers extends Error {
  constructor() {
    super('frozen before what names it was recorded');
    this.name = 'NoIdentifiers';
  }
}

const nonMedical = notPhysicians.map(foldText);
const isPhysician = (specialty: string): boolean => {
  const folded = foldText(specialty);
  return folded !== '' && !nonMedical.some((other) => folded.startsWith(other));
};

/** What cannot be written in XML is what nobody can read either. */
const legible = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are exactly the characters that XML 1.0 has no form for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();

const toPerson = (person: { name: string; specialty?: string; identity?: PersonIdentity }): CdaPerson => ({
  familyName: legible(person.identity?.familyName ?? person.name),
  givenName: person.identity ? legible(person.identity.givenName) : null,
  rpps: person.identity?.rpps ?? null,
  specialty: legible(person.specialty ?? ''),
});

/** One line per person, from their first arrival to their last departure. */
function presentOf(participants: Participant[]): CdaPresent[] {
  const people = new Map<string, CdaPresent>();
  for (const participant of participants) {
    const { name, specialty, identity, arrivedAt, leftAt } = participant;
    const key = identity?.rpps ?? foldText(`${name} ${specialty}`);
    const [from, to] = [toSecond(arrivedAt), leftAt && toSecond(leftAt)];
    const known = people.get(key);
    if (!known) {
      people.set(key, { ...toPerson(participant), quorum: isPhysician(specialty), arrivedAt: from, leftAt: to });
      continue;
    }
    if (from < known.arrivedAt) known.arrivedAt = from;
    known.leftAt = known.leftAt === null || to === null ? null : to > known.leftAt ? to : known.leftAt;
  }
  return [...people.values()];
}

/**
 * The header of a report's CDA document. `fallback`: the establishment's numbers of today, for a report that was frozen
 * before they were recorded. Throws NoIdentifiers. Rules CDA-2 to CDA-6.
 */
export function headerOf(
  { facts, stateHash }: { facts: ReportFacts; stateHash: string },
  fallback: EstablishmentIds,
): CdaHeader {
  const { identifiers, patient, board, meeting } = facts;
  if (!identifiers) throw new NoIdentifiers();
  const { oid, finess, sector } = facts.establishmentIds ?? fallback;
  const localId = (id: string): CdaId =>
    oid === null ? { root: oidOfUuid(id), extension: null } : { root: oid, extension: id };
  const correspondents = facts.correspondents ?? [];
  const practitioner = correspondents.find(({ role }) => role === 'general_practitioner');
  const people: Record<'coordinator' | 'requester' | 'presenter', NamedPerson> = {
    coordinator: facts.frozenBy,
    requester: facts.requester ?? facts.presenter,
    presenter: facts.presenter,
  };
  const kind = board.kind === 'staff' ? 'Compte-rendu de staff' : 'Compte-rendu de RCP';
  return {
    id: oidOfUuid(identifiers.reportId),
    setId: oidOfUuid(identifiers.setId),
    version: facts.version,
    replaces: identifiers.replacesId && oidOfUuid(identifiers.replacesId),
    title: legible(`${kind} ${facts.documentNumber} / ${board.organisation} / ${board.name}`),
    frozenAt: toSecond(facts.frozenAt),
    stateHash,
    patient: {
      localId: localId(identifiers.patientId),
      ins: null,
      birthName: legible(patient.birthName),
      birthGivenName: legible(patient.birthGivenName),
      usedName: patient.usedName && legible(patient.usedName),
      usedGivenName: patient.usedGivenName && legible(patient.usedGivenName),
      birthDate: patient.birthDate,
      sex: patient.sex,
    },
    establishment: { name: legible(facts.establishment), finess, sector },
    coordinator: toPerson(people.coordinator),
    requester: toPerson(people.requester),
    presenter: toPerson(people.presenter),
    generalPractitioner: practitioner ? toPerson(practitioner) : null,
    present: presentOf(facts.participants),
    correspondents: correspondents.filter(({ role }) => role === 'correspondent').map(toPerson),
    meeting: {
      startsAt: toSecond(meeting.startsAt),
      sessionId: identifiers.meetingId,
      boardId: localId(identifiers.boardId),
      name: legible(`${board.organisation} / ${board.name}`),
    },
    registrationId: oidOfUuid(identifiers.presentationId),
  };
}
