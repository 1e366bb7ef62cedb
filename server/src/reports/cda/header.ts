/** Something's id: a root (an OID), and what it is called under that root; null where the root says it all. */
export type CdaId = { root: string; extension: string | null };

/** Somebody. `givenName`: null where only a whole name is known. `rpps`: null where it was not verified. */
export type CdaPerson = { familyName: string; givenName: string | null; rpps: string | null; specialty: string };

/** Somebody present: instants are ISO 8601, to the second. `leftAt`: null for who stayed to the end. */
export type CdaPresent = CdaPerson & { quorum: boolean; arrivedAt: string; leftAt: string | null };

/**
 * The header of a report's CDA document, as it is written and as it is read back: the two are equal. Instants are ISO
 * 8601 in UTC, to the second. Rules CDA-2 to CDA-5.
 */
export type CdaHeader = {
  id: string;
  setId: string;
  version: number;
  /** The id of the document that this one cancels and replaces. */
  replaces: string | null;
  title: string;
  frozenAt: string;
  /** SHA-256 of the frozen bytes, hexadecimal. */
  stateHash: string;
  patient: {
    localId: CdaId;
    /** The matricule and the root that says of which kind; only for a qualified identity. Rule CDA-6. */
    ins: { matricule: string; oid: string } | null;
    birthName: string;
    birthGivenName: string;
    usedName: string | null;
    usedGivenName: string | null;
    /** YYYY-MM-DD. */
    birthDate: string;
    sex: 'M' | 'F' | 'I';
  };
  establishment: { name: string; finess: string | null; sector: string };
  /** Who froze it: author, legal authenticator and coordinator of the meeting. */
  coordinator: CdaPerson;
  requester: CdaPerson;
  presenter: CdaPerson;
  /** Null: nobody said who it is. */
  generalPractitioner: CdaPerson | null;
  present: CdaPresent[];
  correspondents: CdaPerson[];
  /** `name`: the organisation and the board, as « CHU / RCP Sein ». */
  meeting: { startsAt: string; sessionId: string; boardId: CdaId; name: string };
  /** The place that the case took on the meeting's list. */
  registrationId: string;
};
