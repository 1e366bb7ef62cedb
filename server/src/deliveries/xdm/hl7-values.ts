import { type CdaHeader, type CdaId, type CdaPerson, oids } from '../../reports/index.ts';

/** What separates the parts of an HL7 v2 value has no place inside one. */
export const hl7Text = (text: string): string =>
  text
    .replace(/[|^~\\&]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** An id and who gave it (CX). Of a root that says it all, the last number is the id. */
export function hl7Id({ root, extension }: CdaId, type: 'NH' | 'PI'): string {
  const end = root.lastIndexOf('.');
  const [id, authority] = extension === null ? [root.slice(end + 1), root.slice(0, end)] : [extension, root];
  return `${hl7Text(id)}^^^&${authority}&ISO^${type}`;
}

/** Somebody (XCN), with a number where it was verified. */
export function hl7Person({ familyName, givenName, rpps }: CdaPerson): string {
  const number = rpps === null ? '' : `8${rpps}`;
  const authority = rpps === null ? '' : `&${oids.professional}&ISO`;
  const kinds = rpps === null ? 'D' : 'D^^^IDNPS';
  return `${number}^${hl7Text(familyName)}^${hl7Text(givenName ?? '')}^^^^^^${authority}^${kinds}`;
}

/** An organisation (XON), with its number where one was given. */
export const hl7Organisation = ({ name, finess }: CdaHeader['establishment']): string =>
  finess === null ? hl7Text(name) : `${hl7Text(name)}^^^^^&${oids.structure}&ISO^IDNST^^^1${finess}`;

/** The OID of where a document comes from: under the number of the structure where it has one, else the board's. */
export const hl7Address = ({ finess }: CdaHeader['establishment'], boardId: CdaId): string =>
  finess === null ? boardId.root : `${oids.structure}.1${finess}`;
