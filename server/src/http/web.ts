import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../lib/index.ts';
import { portalOfHost } from './portal-host.ts';
import type { Services } from './services.ts';

const builtWeb = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/**
 * Serves the built screen: hashed files for a year, and one page for every address of the application. A browser that
 * came by another name (127.0.0.1 for localhost) is sent to the public one, which passkeys and cookies are bound to; a
 * portal's sub-domain keeps its first page only, which signs nobody in.
 */
export async function serveWeb(server: FastifyInstance, services: () => Services): Promise<void> {
  const built = existsSync(builtWeb);
  if (built)
    await server.register(fastifyStatic, {
      root: builtWeb,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  const page = built ? readFileSync(join(builtWeb, 'index.html'), 'utf8') : '';
  const sendPage = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!built) throw new AppError('not_found');
    const { origin, configuration } = services();
    const { host } = request.headers;
    const [path] = request.url.split('?', 1);
    const isPortal = path === '/' && portalOfHost(host, { portalDomain: configuration.portalDomain, origin }) !== null;
    if (new URL(origin).host !== host && !isPortal) return reply.redirect(origin + request.url);
    // The few rules that a library writes into the page at run time carry the answer's own number (CSP).
    const numbered = page.replace('{style-nonce}', reply.cspNonce.style);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(numbered);
  };
  server.get('/', sendPage);
  server.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' && !/^\/(api|fhir)\//.test(request.url) && request.headers.accept?.includes('text/html');
    if (!isPage) throw new AppError('not_found');
    return sendPage(request, reply);
  });
}
