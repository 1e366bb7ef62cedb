/** A given name stored in capitals, as people read it: `JEAN-PIERRE` → `Jean-Pierre`. */
export function presentGivenName(givenName: string): string {
  return givenName.toLowerCase().replace(/(^|[\s'-])\p{L}/gu, (start) => start.toUpperCase());
}

/** `NOM Prénom`, as identity rules order them. */
export function presentPatientName(patient: { birthName: string; birthGivenName: string }): string {
  return `${patient.birthName.toUpperCase()} ${presentGivenName(patient.birthGivenName)}`;
}

/** The used name when it differs from the one at birth; null otherwise. */
export function presentUsedName(patient: {
  birthName: string;
  birthGivenName: string;
  usedName: string | null;
  usedGivenName: string | null;
}): string | null {
  if (patient.usedName === null && patient.usedGivenName === null) return null;
  return presentPatientName({
    birthName: patient.usedName ?? patient.birthName,
    birthGivenName: patient.usedGivenName ?? patient.birthGivenName,
  });
}
