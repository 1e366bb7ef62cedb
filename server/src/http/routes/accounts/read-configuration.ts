import { accountEndpoints, demonstrationAccounts } from '@concertation/shared/contracts';
import { demonstrationPeople } from '../../../auth/index.ts';
import { portalOfHost } from '../../portal-host.ts';
import { route } from '../../route.ts';

export const readConfiguration = route(
  accountEndpoints.readConfiguration,
  async ({ configuration, database, origin }, { request }) => {
    const people = configuration.demonstration ? await demonstrationPeople(database.db) : new Map();
    return {
      demonstration: configuration.demonstration,
      demonstrationAccounts: demonstrationAccounts.flatMap((key) => {
        const person = people.get(key);
        return person ? [{ key, name: person.name, specialty: person.specialty }] : [];
      }),
      demonstrationCertificate: configuration.demonstrationCertificate,
      proSanteConnect: configuration.proSanteConnect !== null,
      textMessages: configuration.textMessages,
      support: configuration.support,
      portalSlug: portalOfHost(request.headers.host, { portalDomain: configuration.portalDomain, origin }),
      origin,
    };
  },
);
