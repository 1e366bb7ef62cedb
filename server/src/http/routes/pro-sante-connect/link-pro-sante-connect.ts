import { endpoints } from '@concertation/shared/contracts';
import { linkProSanteConnect as link } from '../../../auth/index.ts';
import type { Transaction } from '../../../database/index.ts';
import { endWaitingRequests } from '../../../registration/index.ts';
import { identityCookie } from '../../pro-sante-connect/cookies.ts';
import { route } from '../../route.ts';

export const linkProSanteConnect = route(
  endpoints.linkProSanteConnect,
  async (services, { principal, request, reply }) => {
    const cookie = identityCookie(services);
    const { accountId } = principal;
    const verified = (tx: Transaction) => endWaitingRequests(tx, accountId, accountId);
    await link({ ...services, verified }, principal, cookie.read(request));
    cookie.clear(reply);
  },
);
