import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { createOrganisation, organisationsOfAccount, readOrganisations } from '../organisations/index.ts';

const help = { email: 'assistance@demonstration.invalid', phone: '01 00 00 00 00' };

const establishment = {
  kind: 'establishment',
  name: 'CHU de démonstration',
  slug: null,
  place: 'Ville-Exemple',
  presentation: '',
  help,
  published: false,
} as const;

const network = {
  kind: 'network',
  name: 'Filière digestive de démonstration',
  slug: 'digestif',
  place: 'Ville-Exemple',
  presentation: 'Les RCP de cancérologie digestive de la région. Tout ce qui se lit ici est inventé.',
  help,
  published: true,
} as const;

/** The establishment and the network of the demonstration, administered by its coordinator; found when they are there. */
export async function organisationsOf(
  needs: { database: Database; audit: Audit },
  coordinator: Principal,
): Promise<string[]> {
  const { db } = needs.database;
  const known = await readOrganisations(db, await organisationsOfAccount(db, coordinator.accountId));
  const ids: string[] = [];
  for (const settings of [establishment, network]) {
    const found = [...known.values()].find(({ name }) => name === settings.name);
    ids.push(found?.organisationId ?? (await createOrganisation(needs, coordinator, settings)));
  }
  return ids;
}
