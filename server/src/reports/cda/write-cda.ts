import { createHash } from 'node:crypto';
import type { CdaHeader } from './header.ts';
import { documentCode, oids } from './oids.ts';
import { careTeam, participants } from './participants.ts';
import { at, idNode, organisation, personNodes, structureId, unknown } from './parts.ts';
import { node, writeXml, type XmlNode } from './xml-tree.ts';

const namespaces = { '': 'urn:hl7-org:v3', xsi: 'http://www.w3.org/2001/XMLSchema-instance' };

const sexNames = { M: ['M', 'Masculin'], F: ['F', 'Féminin'], I: ['U', 'Inconnu'] } as const;
const sectors: Record<string, string> = {
  SA01: 'Établissement public de santé',
  SA02: 'Hôpital militaire du service de santé des armées',
  SA03: 'Établissement privé PSPH',
  SA04: 'Établissement privé non PSPH',
};

/** How the establishment's « secteur d'activité » is called; its code where this release does not know it. */
export const sectorName = (code: string): string => sectors[code] ?? code;
const templateNodes = Object.values(oids.templates).map((root) => node('templateId', { root }));

const practice = node('standardIndustryClassCode', {
  code: 'ETABLISSEMENT',
  displayName: 'Établissement de santé',
  codeSystem: oids.practiceSetting,
});

function patientNode({ patient }: CdaHeader): XmlNode {
  const [sex, sexName] = sexNames[patient.sex];
  return node(
    'recordTarget',
    {},
    node(
      'patientRole',
      {},
      patient.ins && node('id', { root: patient.ins.oid, extension: patient.ins.matricule }),
      idNode(patient.localId),
      unknown('addr'),
      unknown('telecom'),
      node(
        'patient',
        {},
        node(
          'name',
          {},
          node('family', { qualifier: 'BR' }, patient.birthName),
          patient.usedName === null ? null : node('family', { qualifier: 'CL' }, patient.usedName),
          node('given', { qualifier: 'BR' }, patient.birthGivenName),
          patient.usedGivenName === null ? null : node('given', { qualifier: 'CL' }, patient.usedGivenName),
        ),
        node('administrativeGenderCode', { code: sex, displayName: sexName, codeSystem: oids.gender }),
        node('birthTime', { value: patient.birthDate.replaceAll('-', '') }),
      ),
    ),
  );
}

function actNode({ id, stateHash, coordinator, establishment, meeting }: CdaHeader): XmlNode {
  return node(
    'documentationOf',
    {},
    node(
      'serviceEvent',
      {},
      node('id', { root: id, extension: stateHash }),
      node(
        'code',
        { code: '39', displayName: 'Réunion de Concertation Pluridisciplinaire (RCP)', codeSystem: oids.kindOfCare },
        node('originalText', {}, meeting.name),
      ),
      node('effectiveTime', {}, at('low', meeting.startsAt)),
      node(
        'performer',
        { typeCode: 'PRF' },
        node(
          'assignedEntity',
          {},
          ...personNodes(coordinator, 'assignedPerson'),
          organisation('representedOrganization', establishment, practice),
        ),
      ),
    ),
  );
}

function encounterNode({ meeting, establishment }: CdaHeader): XmlNode {
  return node(
    'componentOf',
    {},
    node(
      'encompassingEncounter',
      {},
      node('id', { root: oids.session, extension: meeting.sessionId }),
      idNode(meeting.boardId),
      node('code', {
        code: 'VR',
        displayName: 'Virtuelle (exemple : RCP en l’absence du patient)',
        codeSystem: oids.actCode,
      }),
      node('effectiveTime', {}, at('low', meeting.startsAt)),
      node(
        'location',
        {},
        node(
          'healthCareFacility',
          {},
          structureId(establishment),
          node('code', {
            code: establishment.sector,
            displayName: sectorName(establishment.sector),
            codeSystem: oids.sector,
          }),
          node('location', {}, node('name', {}, establishment.name), unknown('addr')),
        ),
      ),
    ),
  );
}

function headerNodes(header: CdaHeader): (XmlNode | null)[] {
  const { coordinator, establishment, frozenAt } = header;
  return [
    node('realmCode', { code: 'FR' }),
    node('typeId', { root: oids.typeId, extension: 'POCD_HD000040' }),
    ...templateNodes,
    node('id', { root: header.id }),
    node('code', { ...documentCode, codeSystem: oids.loinc, codeSystemName: 'LOINC' }),
    node('title', {}, header.title),
    at('effectiveTime', frozenAt),
    node('confidentialityCode', { code: 'N', displayName: 'Normal', codeSystem: oids.confidentiality }),
    node('languageCode', { code: 'fr-FR' }),
    node('setId', { root: header.setId }),
    node('versionNumber', { value: String(header.version) }),
    patientNode(header),
    node(
      'author',
      {},
      careTeam('Médecin coordonnateur de la RCP'),
      at('time', frozenAt),
      node(
        'assignedAuthor',
        {},
        ...personNodes(coordinator, 'assignedPerson'),
        organisation('representedOrganization', establishment),
      ),
    ),
    node(
      'custodian',
      {},
      node(
        'assignedCustodian',
        {},
        organisation('representedCustodianOrganization', establishment, unknown('telecom'), unknown('addr')),
      ),
    ),
    node(
      'legalAuthenticator',
      {},
      at('time', frozenAt),
      node('signatureCode', { code: 'S' }),
      node(
        'assignedEntity',
        {},
        ...personNodes(coordinator, 'assignedPerson'),
        organisation('representedOrganization', establishment),
      ),
    ),
    ...participants(header),
    node('inFulfillmentOf', {}, node('order', {}, node('id', { root: header.registrationId }))),
    actNode(header),
    header.replaces === null
      ? null
      : node(
          'relatedDocument',
          { typeCode: 'RPLC' },
          node('parentDocument', {}, node('id', { root: header.replaces }), node('setId', { root: header.setId })),
        ),
    encounterNode(header),
  ];
}

/**
 * A report as a CDA R2 document, level 1: the header, and the PDF as it is. Same value in, same bytes out. Rules CDA-1
 * to CDA-6. Source: domain.md 2.1.
 */
export function writeCda(header: CdaHeader, pdf: Uint8Array): Uint8Array {
  const body = node(
    'text',
    {
      mediaType: 'application/pdf',
      representation: 'B64',
      integrityCheck: createHash('sha256').update(pdf).digest('base64'),
      integrityCheckAlgorithm: 'SHA-256',
    },
    Buffer.from(pdf).toString('base64'),
  );
  return writeXml(
    node(
      'ClinicalDocument',
      { 'xsi:schemaLocation': 'urn:hl7-org:v3 CDA_extended.xsd' },
      ...headerNodes(header),
      node('component', {}, node('nonXMLBody', {}, body)),
    ),
    namespaces,
  );
}
