import type { Environment } from './environment.ts';
import { isLocal } from './is-local.ts';

/** Where the RPPS directory comes from. Both null: it is imported by hand (`npm run rpps:import`). */
export type DirectorySettings = {
  /** Where the open extraction is downloaded each night. */
  extraction: string | null;
  /** The base of the directory on line (FHIR); its key goes apart, with the secrets. */
  live: string | null;
};

/** Half a setting would be silence, and a directory in clear could be rewritten on the way: each is named. */
export function directoryRefusals({ RPPS_URL, RPPS_FHIR_URL, RPPS_FHIR_KEY, NODE_ENV }: Environment): string[] {
  const refusals: string[] = [];
  if (Boolean(RPPS_FHIR_URL) !== Boolean(RPPS_FHIR_KEY))
    refusals.push(
      `${RPPS_FHIR_URL ? 'RPPS_FHIR_KEY' : 'RPPS_FHIR_URL'} manque : l’annuaire en ligne demande les deux, ou aucun.`,
    );
  for (const [name, address] of Object.entries({ RPPS_URL, RPPS_FHIR_URL }))
    if (NODE_ENV === 'production' && address && !address.startsWith('https://') && !isLocal(address))
      refusals.push(`${name} doit commencer par https:// en production.`);
  return refusals;
}

/** What the environment says of the directory. */
export function readDirectorySettings({ RPPS_URL, RPPS_FHIR_URL }: Environment): DirectorySettings {
  return { extraction: RPPS_URL ?? null, live: RPPS_FHIR_URL ?? null };
}
