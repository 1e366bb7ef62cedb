import { createHash } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { CdaRefusal } from './failures.ts';
import type { CdaHeader, CdaId, CdaPerson, CdaPresent } from './header.ts';
import { oids } from './oids.ts';
import { parseXml } from './parse-xml.ts';
import { instantOf } from './times.ts';

const hl7 = 'urn:hl7-org:v3';

/** The children of this name, in order; not what is deeper. */
export function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.childNodes].filter(
    (child): child is Element => child.nodeType === 1 && child.localName === name && child.namespaceURI === hl7,
  );
}

/** Follows names from parent to child, taking the first of each; null where there is none. */
export function find(parent: Element, ...path: string[]): Element | null {
  let found: Element | null = parent;
  for (const name of path) found = found === null ? null : (childrenOf(found, name)[0] ?? null);
  return found;
}

function need(parent: Element, ...path: string[]): Element {
  const found = find(parent, ...path);
  if (!found) throw new CdaRefusal('incomplete', path.join('/'));
  return found;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new CdaRefusal('incomplete', `${element.localName}/@${name}`);
  return value;
}

const textOf = (element: Element | null): string | null => element?.textContent ?? null;

function instant(parent: Element, ...path: string[]): string {
  const element = need(parent, ...path);
  const read = instantOf(attribute(element, 'value'));
  if (read === null) throw new CdaRefusal('incomplete', path.join('/'));
  return read;
}

const toId = (element: Element): CdaId => ({
  root: attribute(element, 'root'),
  extension: element.getAttribute('extension'),
});

/** A number under its root, without the digit that says of which kind it is; null where there is none. */
function numberOf(entity: Element, root: string, prefix: string): string | null {
  const id = childrenOf(entity, 'id').find((each) => each.getAttribute('root') === root);
  const extension = id?.getAttribute('extension');
  return extension?.startsWith(prefix) ? extension.slice(prefix.length) : null;
}

function toPerson(entity: Element, inside: string): CdaPerson {
  const name = need(entity, inside, 'name');
  return {
    familyName: textOf(need(name, 'family')) ?? '',
    givenName: textOf(find(name, 'given')),
    rpps: numberOf(entity, oids.professional, '8'),
    specialty: textOf(find(entity, 'code', 'originalText')) ?? '',
  };
}

const calendarDate = (value: string) => value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
const sexes: Record<string, CdaHeader['patient']['sex']> = { M: 'M', F: 'F', U: 'I' };

function readPatient(root: Element): CdaHeader['patient'] {
  const role = need(root, 'recordTarget', 'patientRole');
  const patient = need(role, 'patient');
  const names = need(patient, 'name');
  const named = (name: string, qualifier: string) =>
    textOf(childrenOf(names, name).find((each) => each.getAttribute('qualifier') === qualifier) ?? null);
  const ids = childrenOf(role, 'id').map(toId);
  const ins = ids.find(({ root: under }) => /^1\.2\.250\.1\.213\.1\.4\.(8|9|10|11)$/.test(under));
  const localId = ids.find((id) => id !== ins);
  const birthName = named('family', 'BR');
  const birthGivenName = named('given', 'BR');
  const sex = sexes[attribute(need(patient, 'administrativeGenderCode'), 'code')];
  if (!localId || birthName === null || birthGivenName === null || !sex)
    throw new CdaRefusal('incomplete', 'recordTarget');
  return {
    localId,
    ins: ins && ins.extension !== null ? { matricule: ins.extension, oid: ins.root } : null,
    birthName,
    birthGivenName,
    usedName: named('family', 'CL'),
    usedGivenName: named('given', 'CL'),
    birthDate: calendarDate(attribute(need(patient, 'birthTime'), 'value')),
    sex,
  };
}

type Participation = { type: string; role: string | null; element: Element; entity: Element };

function participationsOf(root: Element): Participation[] {
  return childrenOf(root, 'participant').map((element) => ({
    type: attribute(element, 'typeCode'),
    role: find(element, 'functionCode')?.getAttribute('code') ?? null,
    element,
    entity: need(element, 'associatedEntity'),
  }));
}

function readPeople(root: Element) {
  const all = participationsOf(root);
  const toOne = ({ entity }: Participation) => toPerson(entity, 'associatedPerson');
  const only = (type: string): CdaPerson => {
    const found = all.find((each) => each.type === type && each.role === null);
    if (!found) throw new CdaRefusal('incomplete', `participant ${type}`);
    return toOne(found);
  };
  const treating = all.find(({ type, role }) => type === 'INF' && role === 'PCP');
  const isKnown = treating && find(treating.entity, 'associatedPerson', 'name', 'family') !== null;
  const toPresent = (one: Participation): CdaPresent => {
    const high = find(one.element, 'time', 'high');
    return {
      ...toOne(one),
      quorum: one.role === '353',
      arrivedAt: instant(one.element, 'time', 'low'),
      leftAt: high?.hasAttribute('value') ? instant(one.element, 'time', 'high') : null,
    };
  };
  return {
    coordinator: only('RESP'),
    requester: only('REFB'),
    presenter: only('PRF'),
    generalPractitioner: isKnown ? toOne(treating) : null,
    present: all.filter(({ type, role }) => type === 'PRF' && role !== null).map(toPresent),
    correspondents: all.filter(({ type }) => type === 'CON').map(toOne),
  };
}

function readMeeting(root: Element): CdaHeader['meeting'] {
  const encounter = need(root, 'componentOf', 'encompassingEncounter');
  const ids = childrenOf(encounter, 'id').map(toId);
  const session = ids.find(({ root: under }) => under === oids.session);
  const boardId = ids.find((id) => id !== session);
  if (!session?.extension || !boardId) throw new CdaRefusal('incomplete', 'componentOf');
  return {
    startsAt: instant(encounter, 'effectiveTime', 'low'),
    sessionId: session.extension,
    boardId,
    name: textOf(need(root, 'documentationOf', 'serviceEvent', 'code', 'originalText')) ?? '',
  };
}

function readBody(root: Element): Uint8Array {
  const text = need(root, 'component', 'nonXMLBody', 'text');
  if (text.getAttribute('mediaType') !== 'application/pdf' || text.getAttribute('representation') !== 'B64')
    throw new CdaRefusal('incomplete', 'component/nonXMLBody/text');
  const pdf = Buffer.from((text.textContent ?? '').replace(/\s+/g, ''), 'base64');
  const expected = text.getAttribute('integrityCheck');
  if (expected !== null && createHash('sha256').update(pdf).digest('base64') !== expected)
    throw new CdaRefusal('altered_body');
  return pdf;
}

function readEstablishment(root: Element): CdaHeader['establishment'] {
  const organisation = need(root, 'custodian', 'assignedCustodian', 'representedCustodianOrganization');
  const facility = need(root, 'componentOf', 'encompassingEncounter', 'location', 'healthCareFacility');
  return {
    name: textOf(need(organisation, 'name')) ?? '',
    finess: numberOf(organisation, oids.structure, '1'),
    sector: attribute(need(facility, 'code'), 'code'),
  };
}

/** The document's root; every other name, and the same in another namespace, is refused. */
export function parseCda(bytes: Uint8Array): Element {
  const root = parseXml(bytes).documentElement;
  if (root?.localName !== 'ClinicalDocument' || root.namespaceURI !== hl7) throw new CdaRefusal('wrong_root');
  return root;
}

/**
 * What the header of a report's CDA document says, and the PDF inside: what `writeCda` was given. It reads what comes
 * from anybody. Throws CdaRefusal. Rules CDA-5, CDA-7.
 */
export function readCda(bytes: Uint8Array): { header: CdaHeader; pdf: Uint8Array } {
  const root = parseCda(bytes);
  const replaced = find(root, 'relatedDocument', 'parentDocument', 'id');
  const header: CdaHeader = {
    id: attribute(need(root, 'id'), 'root'),
    setId: attribute(need(root, 'setId'), 'root'),
    version: Number(attribute(need(root, 'versionNumber'), 'value')),
    replaces: replaced && attribute(replaced, 'root'),
    title: textOf(need(root, 'title')) ?? '',
    frozenAt: instant(root, 'effectiveTime'),
    stateHash: attribute(need(root, 'documentationOf', 'serviceEvent', 'id'), 'extension'),
    patient: readPatient(root),
    establishment: readEstablishment(root),
    ...readPeople(root),
    meeting: readMeeting(root),
    registrationId: attribute(need(root, 'inFulfillmentOf', 'order', 'id'), 'root'),
  };
  return { header, pdf: readBody(root) };
}
