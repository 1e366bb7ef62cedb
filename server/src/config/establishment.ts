import type { Environment } from './environment.ts';

/** What names the establishment to other programs. */
export type EstablishmentIds = {
  /** The root under which it names its own things (patients, files), as `1.2.250.1.999`; null where it has none. */
  oid: string | null;
  /** 9 characters: the number of its « établissement géographique »; null where none was given. Source: domain.md 3.1. */
  finess: string | null;
  /** Its « secteur d’activité », as `SA01` for a public hospital. Source: domain.md 2.1. */
  sector: string;
};

/** What the environment says of the establishment. */
export function readEstablishmentIds(environment: Environment): EstablishmentIds {
  const { ESTABLISHMENT_OID, ESTABLISHMENT_FINESS, ESTABLISHMENT_SECTOR: sector } = environment;
  return { oid: ESTABLISHMENT_OID ?? null, finess: ESTABLISHMENT_FINESS ?? null, sector };
}
