import type { CdaHeader, CdaPerson, CdaPresent } from './header.ts';
import { oids } from './oids.ts';
import { at, personNodes, unknown } from './parts.ts';
import { node, type XmlNode } from './xml-tree.ts';

/** A member of the team; `originalText`: as what. */
export const careTeam = (originalText: string | null = null): XmlNode =>
  node(
    'functionCode',
    { code: '353', displayName: 'Membre de l’équipe de soins', codeSystem: oids.careTeam },
    originalText === null ? null : node('originalText', {}, originalText),
  );
const outsideTeam = (): XmlNode =>
  node('functionCode', { code: 'CORRE', displayName: 'Correspondant', codeSystem: oids.correspondent });
const treating = (): XmlNode =>
  node('functionCode', { code: 'PCP', displayName: 'Médecin traitant', codeSystem: oids.participationFunction });
const noFunction = (): XmlNode => node('functionCode', { nullFlavor: 'NA' });

function participant(typeCode: string, functionNode: XmlNode | null, time: XmlNode, person: CdaPerson): XmlNode {
  return node(
    'participant',
    { typeCode },
    functionNode,
    time,
    node('associatedEntity', { classCode: 'PROV' }, ...personNodes(person, 'associatedPerson')),
  );
}

const presence = ({ arrivedAt, leftAt }: CdaPresent): XmlNode =>
  node('time', {}, at('low', arrivedAt), leftAt === null ? unknown('high') : at('high', leftAt));

/** « Médecin traitant » must be there; « Inconnu » where nobody said who it is. */
const nobodyKnown = (): XmlNode =>
  node(
    'participant',
    { typeCode: 'INF' },
    treating(),
    unknown('time'),
    node(
      'associatedEntity',
      { classCode: 'PROV' },
      unknown('id'),
      unknown('addr'),
      unknown('telecom'),
      node('associatedPerson', {}, unknown('name')),
    ),
  );

/** Everybody who takes part, in the order of the French model. Rule CDA-2. */
export function participants(header: CdaHeader): XmlNode[] {
  const { coordinator, requester, presenter, generalPractitioner, present, correspondents, meeting } = header;
  const during = () => node('time', {}, at('low', meeting.startsAt));
  return [
    participant('RESP', null, during(), coordinator),
    participant('REFB', null, during(), requester),
    participant('PRF', noFunction(), during(), presenter),
    generalPractitioner ? participant('INF', treating(), unknown('time'), generalPractitioner) : nobodyKnown(),
    ...present.map((person) =>
      participant('PRF', person.quorum ? careTeam() : outsideTeam(), presence(person), person),
    ),
    ...correspondents.map((person) => participant('CON', outsideTeam(), unknown('time'), person)),
  ];
}
