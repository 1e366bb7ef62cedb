/** The roots and code systems that the French framework names. Source: domain.md 2.1, 4.1. */
export const oids = {
  typeId: '2.16.840.1.113883.1.3',
  templates: {
    hl7France: '2.16.840.1.113883.2.8.2.1',
    ciSis: '1.2.250.1.213.1.1.1.1',
    /** A body that is one PDF (IHE XDS-SD). */
    scannedDocument: '1.3.6.1.4.1.19376.1.2.20',
  },
  loinc: '2.16.840.1.113883.6.1',
  confidentiality: '2.16.840.1.113883.5.25',
  gender: '2.16.840.1.113883.5.1',
  actCode: '2.16.840.1.113883.5.4',
  participationFunction: '2.16.840.1.113883.5.88',
  professional: '1.2.250.1.71.4.2.1',
  structure: '1.2.250.1.71.4.2.2',
  sector: '1.2.250.1.71.4.2.4',
  careTeam: '1.2.250.1.213.1.6.1.107',
  correspondent: '1.2.250.1.213.1.1.4.2.280',
  kindOfCare: '1.2.250.1.213.3.3.13',
  practiceSetting: '1.2.250.1.213.1.1.4.9',
  session: '1.2.250.1.213.1.1.9',
} as const;

/** What the document is, in every discipline. Source: domain.md 2.1. */
export const documentCode = {
  code: '34794-8',
  displayName: 'CR de réunion de concertation pluridisciplinaire',
} as const;

/** An OID that a UUID makes by itself, without any authority. Source: ITU-T X.667. */
export function oidOfUuid(uuid: string): string {
  return `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;
}
