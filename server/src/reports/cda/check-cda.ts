import type { Element } from '@xmldom/xmldom';
import { documentCode, oids } from './oids.ts';
import { childrenOf, find, parseCda } from './read-cda.ts';

/** The children of the root, in the only order that the schema knows. Source: CDA R2, POCD_MT000040. */
const order = [
  'realmCode',
  'typeId',
  'templateId',
  'id',
  'code',
  'title',
  'effectiveTime',
  'confidentialityCode',
  'languageCode',
  'setId',
  'versionNumber',
  'copyTime',
  'recordTarget',
  'author',
  'dataEnterer',
  'informant',
  'custodian',
  'informationRecipient',
  'legalAuthenticator',
  'authenticator',
  'participant',
  'inFulfillmentOf',
  'documentationOf',
  'relatedDocument',
  'authorization',
  'componentOf',
  'component',
];

/** Attributes that an element must have with this value, by its path from the root. */
const fixed: [path: string, name: string, value: string][] = [
  ['realmCode', 'code', 'FR'],
  ['typeId', 'root', oids.typeId],
  ['typeId', 'extension', 'POCD_HD000040'],
  ['code', 'code', documentCode.code],
  ['code', 'codeSystem', oids.loinc],
  ['confidentialityCode', 'codeSystem', oids.confidentiality],
  ['languageCode', 'code', 'fr-FR'],
  ['legalAuthenticator/signatureCode', 'code', 'S'],
  ['documentationOf/serviceEvent/code', 'code', '39'],
  ['documentationOf/serviceEvent/code', 'codeSystem', oids.kindOfCare],
  ['componentOf/encompassingEncounter/code', 'code', 'VR'],
  ['component/nonXMLBody/text', 'mediaType', 'application/pdf'],
  ['component/nonXMLBody/text', 'representation', 'B64'],
];

/** Elements that must be there, each once unless it says `many`. */
const needed: [path: string, many?: 'many'][] = [
  ['id'],
  ['title'],
  ['effectiveTime'],
  ['setId'],
  ['versionNumber'],
  ['recordTarget'],
  ['recordTarget/patientRole/id', 'many'],
  ['recordTarget/patientRole/addr', 'many'],
  ['recordTarget/patientRole/telecom', 'many'],
  ['recordTarget/patientRole/patient/name'],
  ['recordTarget/patientRole/patient/administrativeGenderCode'],
  ['recordTarget/patientRole/patient/birthTime'],
  ['author', 'many'],
  ['author/time'],
  ['author/assignedAuthor/id', 'many'],
  ['author/assignedAuthor/assignedPerson/name'],
  ['author/assignedAuthor/representedOrganization/name'],
  ['custodian'],
  ['custodian/assignedCustodian/representedCustodianOrganization/id', 'many'],
  ['custodian/assignedCustodian/representedCustodianOrganization/name'],
  ['legalAuthenticator'],
  ['legalAuthenticator/time'],
  ['inFulfillmentOf/order/id', 'many'],
  ['documentationOf/serviceEvent/effectiveTime/low'],
  ['documentationOf/serviceEvent/performer/assignedEntity/representedOrganization/standardIndustryClassCode'],
  ['componentOf'],
  ['componentOf/encompassingEncounter/id', 'many'],
  ['componentOf/encompassingEncounter/effectiveTime/low'],
  ['componentOf/encompassingEncounter/location/healthCareFacility/code'],
  ['component'],
];

/** Who must take part: a type, and a function where one is asked. Source: domain.md 1.6, 2.1. */
const parts: [type: string, role: string | null][] = [
  ['RESP', null],
  ['REFB', null],
  ['PRF', null],
  ['INF', 'PCP'],
];

const pathTo = (root: Element, path: string): Element | null => find(root, ...path.split('/'));

function orderBroken(root: Element): string[] {
  const places = [...root.childNodes].filter(({ nodeType }) => nodeType === 1).map(({ localName }) => localName ?? '');
  return places.flatMap((name, index) => {
    const place = order.indexOf(name);
    if (place < 0) return [`unknown: ${name}`];
    return place < order.indexOf(places[index - 1] ?? 'realmCode') ? [`order: ${name}`] : [];
  });
}

function countsBroken(root: Element): string[] {
  return needed.flatMap(([path, many]) => {
    const steps = path.split('/');
    const last = steps.pop() as string;
    const parent = steps.length === 0 ? root : find(root, ...steps);
    const count = parent ? childrenOf(parent, last).length : 0;
    if (count === 0) return [`missing: ${path}`];
    return count > 1 && !many ? [`once: ${path}`] : [];
  });
}

const valuesBroken = (root: Element): string[] =>
  fixed
    .filter(([path, name, value]) => pathTo(root, path)?.getAttribute(name) !== value)
    .map(([path, name]) => `value: ${path}/@${name}`);

const templatesBroken = (root: Element): string[] => {
  const roots = childrenOf(root, 'templateId').map((element) => element.getAttribute('root'));
  return Object.values(oids.templates)
    .filter((template) => !roots.includes(template))
    .map((template) => `template: ${template}`);
};

function partsBroken(root: Element): string[] {
  const there = childrenOf(root, 'participant').map((element) => ({
    type: element.getAttribute('typeCode'),
    role: find(element, 'functionCode')?.getAttribute('code') ?? null,
  }));
  return parts
    .filter(([type, role]) => !there.some((one) => one.type === type && one.role === role))
    .map(([type, role]) => `participant: ${role === null ? type : `${type} ${role}`}`);
}

function idsBroken(root: Element): string[] {
  const oid = /^[0-2](\.(0|[1-9]\d*))+$/;
  return [...root.getElementsByTagNameNS('urn:hl7-org:v3', '*')]
    .filter((element) => ['id', 'setId', 'templateId'].includes(element.localName ?? ''))
    .filter((element) => !element.hasAttribute('nullFlavor') && !oid.test(element.getAttribute('root') ?? ''))
    .map((element) => `oid: ${element.parentNode?.localName ?? ''}/${element.localName}`);
}

/** A version that replaces another says which, and only one after the first. */
function replacementBroken(root: Element): string[] {
  const version = Number(find(root, 'versionNumber')?.getAttribute('value'));
  const replaced = childrenOf(root, 'relatedDocument').filter((one) => one.getAttribute('typeCode') === 'RPLC');
  if (!Number.isInteger(version) || version < 1) return ['value: versionNumber/@value'];
  return version > 1 === (replaced.length === 1) ? [] : ['once: relatedDocument'];
}

/**
 * The rules of the French header that a document breaks, as `kind: place`; none for a right one. What the published
 * schematrons demand of a level 1 document, written here in code. Throws CdaRefusal for what is not even read. Rule CDA-8.
 */
export function checkCda(bytes: Uint8Array): string[] {
  const root = parseCda(bytes);
  return [
    ...orderBroken(root),
    ...countsBroken(root),
    ...valuesBroken(root),
    ...templatesBroken(root),
    ...partsBroken(root),
    ...idsBroken(root),
    ...replacementBroken(root),
  ];
}
