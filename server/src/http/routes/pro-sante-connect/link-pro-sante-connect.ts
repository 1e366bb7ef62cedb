import { endpoints } from '@concertation/shared/contracts';
import { linkProSanteConnect as link } from '../../../auth/index.ts';
import { identityCookie } from '../../pro-sante-connect/cookies.ts';
import { route } from '../../route.ts';

export const linkProSanteConnect = route(
  endpoints.linkProSanteConnect,
  async (services, { principal, request, reply }) => {
    const cookie = identityCookie(services);
    await link(services, principal, cookie.read(request));
    cookie.clear(reply);
  },
);
