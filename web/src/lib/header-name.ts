/** A person's name as the header shows it: « Prénom NOM ». Source: SC-21. */
export function headerName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName.toLocaleUpperCase('fr')}`;
}
