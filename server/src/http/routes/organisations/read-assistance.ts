import { organisationEndpoints } from '@concertation/shared/contracts';
import { subjectsAllowing } from '../../../access/index.ts';
import { organisationsOfBoards } from '../../../boards/index.ts';
import { helpContacts, organisationsOfAccount, readPublishedNetwork } from '../../../organisations/index.ts';
import { route } from '../../route.ts';
import type { Services } from '../../services.ts';

/** The organisations whose help concerns an account: its own, and those of its boards. */
async function organisationsAround({ database: { db } }: Services, accountId: string): Promise<string[]> {
  const boards = await subjectsAllowing(db, accountId, 'board', 'board.read');
  return [...(await organisationsOfBoards(db, boards)), ...(await organisationsOfAccount(db, accountId))];
}

/** Whoever is stuck finds whom to ask: an address that names no portal is no reason to find nobody. */
export const readAssistance = route(organisationEndpoints.readAssistance, async (services, { principal, query }) => {
  const { configuration, database } = services;
  const portal = query.slug === undefined ? null : await readPublishedNetwork(database.db, query.slug);
  const ids = [
    ...(portal ? [portal.organisationId] : []),
    ...(principal ? await organisationsAround(services, principal.accountId) : []),
  ];
  const { email, phone } = configuration.support;
  const own = email !== '' || phone !== '' ? [{ name: configuration.establishment, help: configuration.support }] : [];
  return [...(await helpContacts(database.db, ids)), ...own];
});
