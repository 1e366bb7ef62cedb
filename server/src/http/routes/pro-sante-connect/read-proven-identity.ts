import { endpoints } from '@concertation/shared/contracts';
import { readProvenIdentity as read } from '../../../auth/index.ts';
import { identityCookie } from '../../pro-sante-connect/cookies.ts';
import { route } from '../../route.ts';

export const readProvenIdentity = route(endpoints.readProvenIdentity, (services, { request, principal }) =>
  read(services.database.db, identityCookie(services).read(request), principal.accountId),
);
