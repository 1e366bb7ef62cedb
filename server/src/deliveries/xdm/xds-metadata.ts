import { createHash } from 'node:crypto';
import {
  type CdaHeader,
  type CdaPerson,
  documentCode,
  oids,
  sectorName,
  writeXml,
  xmlNode as node,
  type XmlNode,
} from '../../reports/index.ts';
import { hl7Address, hl7Id, hl7Organisation, hl7Person, hl7Text } from './hl7-values.ts';
import { submissionOf } from './submission-ids.ts';
import { schemes } from './xds-schemes.ts';

const namespaces = {
  '': 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0',
};

type Coded = { code: string; displayName: string; scheme: string };

/** UTC, to the second, as XDS writes instants. */
const xdsTime = (instant: string): string => instant.replace(/[-:TZ]/g, '');

const slot = (name: string, ...values: string[]): XmlNode =>
  node('rim:Slot', { name }, node('rim:ValueList', {}, ...values.map((value) => node('rim:Value', {}, value))));
const named = (text: string): XmlNode => node('rim:Name', {}, node('rim:LocalizedString', { value: text }));

/** Writes the parts of one registry object, each with an id of its own. */
class Part {
  readonly #id: string;
  readonly #label: string;
  #count = 0;
  constructor(id: string, label: string) {
    this.#id = id;
    this.#label = label;
  }
  #next(): string {
    this.#count += 1;
    return `${this.#label}-${this.#count}`;
  }
  coded(scheme: string, { code, displayName, scheme: codingScheme }: Coded): XmlNode {
    const attributes = {
      classificationScheme: scheme,
      classifiedObject: this.#id,
      id: this.#next(),
      nodeRepresentation: code,
    };
    return node('rim:Classification', attributes, slot('codingScheme', codingScheme), named(displayName));
  }
  author(scheme: string, person: CdaPerson, establishment: CdaHeader['establishment']): XmlNode {
    const attributes = {
      classificationScheme: scheme,
      classifiedObject: this.#id,
      id: this.#next(),
      nodeRepresentation: '',
    };
    const specialty = person.specialty === '' ? null : slot('authorSpecialty', hl7Text(person.specialty));
    return node(
      'rim:Classification',
      attributes,
      slot('authorPerson', hl7Person(person)),
      slot('authorInstitution', hl7Organisation(establishment)),
      slot('authorRole', 'Médecin coordonnateur de la RCP'),
      specialty,
    );
  }
  named(scheme: string, name: string, value: string): XmlNode {
    const attributes = { registryObject: this.#id, identificationScheme: scheme, id: this.#next(), value };
    return node('rim:ExternalIdentifier', attributes, named(name));
  }
}

const documentType: Coded = { ...documentCode, scheme: oids.loinc };
const facility = ({ sector }: CdaHeader['establishment']): Coded => ({
  code: sector,
  displayName: sectorName(sector),
  scheme: oids.sector,
});

/** Whose it is: the matricule of a qualified identity, else the establishment's own number. */
const patientId = ({ patient }: CdaHeader): string =>
  patient.ins ? hl7Id({ root: patient.ins.oid, extension: patient.ins.matricule }, 'NH') : hl7Id(patient.localId, 'PI');

function documentEntry(header: CdaHeader, xml: Uint8Array, entryId: string): XmlNode {
  const { patient, coordinator, establishment, meeting, frozenAt } = header;
  const part = new Part(entryId, 'entry');
  const sex = patient.sex === 'I' ? 'U' : patient.sex;
  return node(
    'rim:ExtrinsicObject',
    {
      id: entryId,
      mimeType: 'text/xml',
      objectType: schemes.documentEntry,
      status: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
    },
    slot('creationTime', xdsTime(frozenAt)),
    // The registry standard asks for SHA-1: it names the file, nothing is trusted because of it.
    slot('hash', createHash('sha1').update(xml).digest('hex')),
    slot('languageCode', 'fr-FR'),
    slot('legalAuthenticator', hl7Person(coordinator)),
    slot('serviceStartTime', xdsTime(meeting.startsAt)),
    slot('size', String(xml.byteLength)),
    slot('sourcePatientId', hl7Id(patient.localId, 'PI')),
    slot(
      'sourcePatientInfo',
      `PID-3|${hl7Id(patient.localId, 'PI')}`,
      `PID-5|${hl7Text(patient.birthName)}^${hl7Text(patient.birthGivenName)}^^^^^L`,
      `PID-7|${patient.birthDate.replaceAll('-', '')}`,
      `PID-8|${sex}`,
    ),
    slot('URI', 'DOC00001.XML'),
    slot('repositoryUniqueId', hl7Address(establishment, meeting.boardId)),
    named(header.title),
    node('rim:VersionInfo', { versionName: String(header.version) }),
    part.author(schemes.documentAuthor, coordinator, establishment),
    part.coded(schemes.classCode, { code: '10', displayName: 'Compte rendu', scheme: '1.2.250.1.213.1.1.4.1' }),
    part.coded(schemes.confidentialityCode, { code: 'N', displayName: 'Normal', scheme: oids.confidentiality }),
    part.coded(schemes.formatCode, {
      code: 'urn:ihe:iti:xds-sd:pdf:2008',
      displayName: 'Document à corps non structuré en PDF',
      scheme: '1.3.6.1.4.1.19376.1.2.3',
    }),
    part.coded(schemes.healthcareFacilityTypeCode, facility(establishment)),
    part.coded(schemes.practiceSettingCode, {
      code: 'ETABLISSEMENT',
      displayName: 'Établissement de santé',
      scheme: oids.practiceSetting,
    }),
    part.coded(schemes.typeCode, documentType),
    part.named(schemes.documentPatientId, 'XDSDocumentEntry.patientId', patientId(header)),
    part.named(schemes.documentUniqueId, 'XDSDocumentEntry.uniqueId', header.id),
  );
}

function submissionSet(header: CdaHeader, submission: { entryId: string; uniqueId: string }): XmlNode {
  const { coordinator, establishment, frozenAt, meeting } = header;
  const part = new Part(submission.entryId, 'submission');
  return node(
    'rim:RegistryPackage',
    { id: submission.entryId, objectType: schemes.registryPackage },
    slot('submissionTime', xdsTime(frozenAt)),
    named(header.title),
    part.author(schemes.submissionAuthor, coordinator, establishment),
    part.coded(schemes.contentTypeCode, documentType),
    part.named(schemes.submissionSourceId, 'XDSSubmissionSet.sourceId', hl7Address(establishment, meeting.boardId)),
    part.named(schemes.submissionPatientId, 'XDSSubmissionSet.patientId', patientId(header)),
    part.named(schemes.submissionUniqueId, 'XDSSubmissionSet.uniqueId', submission.uniqueId),
  );
}

/**
 * The archive's description of its document, in the form of XDS: one submission, one entry. `xml`: the CDA document, whose
 * size and hash it says. Same value in, same bytes out. Rule XDM-2. Source: domain.md 2.2.
 */
export function xdsMetadata(header: CdaHeader, xml: Uint8Array): Uint8Array {
  const entryId = submissionOf(header.id, 'entry').entryId;
  const submission = submissionOf(header.id, 'submission');
  const classification = {
    classifiedObject: submission.entryId,
    classificationNode: schemes.submissionSet,
    id: 'submission-set',
  };
  const association = {
    associationType: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
    sourceObject: submission.entryId,
    targetObject: entryId,
    id: 'submission-member',
  };
  return writeXml(
    node(
      'SubmitObjectsRequest',
      {},
      node(
        'rim:RegistryObjectList',
        {},
        submissionSet(header, submission),
        node('rim:Classification', classification),
        documentEntry(header, xml, entryId),
        node('rim:Association', association, slot('SubmissionSetStatus', 'Original')),
      ),
    ),
    namespaces,
  );
}
