import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { proSanteConnectPath, proSanteConnectProofPage } from '@concertation/shared/contracts';
import { callbackPath, finishProviderVisit, isSameSite, startProviderVisit } from '../../auth/index.ts';
import { AppError } from '../../lib/index.ts';
import { doorRate } from '../routes/accounts/door-rate.ts';
import { visitorOf } from '../routes/accounts/sign-in-reply.ts';
import type { Services } from '../services.ts';
import { identityCookie, visitCookie } from './cookies.ts';
import { packVisit, safePage, unpackVisit } from './wanted-page.ts';

const asked = z.object({
  purpose: z.enum(['sign_in', 'link', 'prove']).default('sign_in'),
  shared: z.enum(['true', 'false']).default('false'),
  vers: z.string().max(2000).default('/'),
});

/** Where each purpose began, and goes back to when it does not sign in. */
const backTo = { sign_in: '/connexion', link: '/compte', prove: proSanteConnectProofPage } as const;

/**
 * The two navigations of Pro Santé Connect: to it, and back. Whatever happens the browser lands on a page of the product,
 * which says it in words; the address carries an outcome and nothing else. Source: PA-12; domain 3.4.
 */
export function serveProSanteConnect(server: FastifyInstance, services: () => Services): void {
  const config = { rateLimit: { max: doorRate.perMinute, timeWindow: '1 minute' } };

  server.get(proSanteConnectPath, { config }, async (request, reply) => {
    const context = services();
    const { proSanteConnect } = context;
    if (!proSanteConnect) throw new AppError('not_found');
    // Another site begins no visit in somebody's name.
    if (!isSameSite(request.headers, context.origin)) return reply.redirect(backTo.sign_in);
    const { purpose, shared, vers } = asked
      .catch({ purpose: 'sign_in', shared: 'false', vers: '/' })
      .parse(request.query);
    const visit = await context.sessions.visitOf(request.headers.cookie);
    if (purpose !== 'sign_in' && !visit) return reply.redirect(backTo.sign_in);
    // A proof opens no locked screen (AUT-31), and nobody links before one.
    if (purpose !== 'sign_in' && visit?.locked) return reply.redirect(`${backTo[purpose]}?psc=refused`);
    try {
      const { location, browserSecret } = await startProviderVisit(
        { ...context, proSanteConnect },
        { purpose, accountId: visit?.principal.accountId ?? null, shared: shared === 'true' },
      );
      visitCookie(context).set(reply, packVisit(browserSecret, purpose === 'prove' ? backTo.prove : vers));
      return reply.redirect(location);
    } catch (error) {
      context.log.error({ err: error }, 'Pro Santé Connect cannot be reached');
      return reply.redirect(`${backTo[purpose]}?psc=refused`);
    }
  });

  server.get(callbackPath, { config }, async (request, reply) => {
    const context = services();
    const { proSanteConnect, origin } = context;
    if (!proSanteConnect) throw new AppError('not_found');
    const cookie = visitCookie(context);
    const { secret: browserSecret, page } = unpackVisit(cookie.read(request));
    cookie.clear(reply);
    const visit = await context.sessions.visitOf(request.headers.cookie);
    const here = visit && !visit.locked ? visit.principal.accountId : null;
    try {
      const end = await finishProviderVisit(
        { ...context, proSanteConnect },
        visitorOf(request, visit?.principal ?? null),
        { returned: new URL(request.url, origin), browserSecret, here },
      );
      if (end.outcome === 'signed_in')
        return reply
          .header('set-cookie', end.deviceCookie ? [end.cookie, end.deviceCookie] : end.cookie)
          .redirect(safePage(page, origin));
      if (end.outcome === 'proved') return reply.redirect(backTo.prove);
      if (end.outcome === 'unknown') return reply.redirect(`${backTo.sign_in}?psc=unknown`);
      identityCookie(context).set(reply, end.identitySecret);
      return reply.redirect(`${backTo.link}?psc=named`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      context.log.warn({ err: error.cause ?? error }, 'a return from Pro Santé Connect is refused');
      const from = !visit ? backTo.sign_in : page === backTo.prove ? backTo.prove : backTo.link;
      return reply.redirect(`${from}?psc=refused`);
    }
  });
}
