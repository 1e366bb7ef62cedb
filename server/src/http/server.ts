import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { isSameSite } from '../auth/index.ts';
import { AppError, newId } from '../lib/index.ts';
import { strictHeaders } from '../sockets/index.ts';
import { answerError } from './answer-error.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { sendError } from './errors.ts';
import { openApiDocument } from './openapi.ts';
import { serveProSanteConnect } from './pro-sante-connect/navigate.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import type { Services } from './services.ts';
import { receiveUploads } from './uploads/receive-uploads.ts';
import { serveWeb } from './web.ts';

/** What pages may ask of the browser: the devices of a call, for this site alone; nothing else that is felt. Source: SC-79. */
const permissionsPolicy = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'fullscreen=(self)',
  'picture-in-picture=(self)',
  'speaker-selection=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
].join(', ');

/**
 * The HTTP server, not yet listening. `services` is asked at each request, because the origin is known only once the
 * port is.
 */
export async function createHttpServer(services: () => Services): Promise<FastifyInstance> {
  const { configuration, log } = services();
  const { production } = configuration;
  const server = fastify({
    // What is no address reaches no hook: its answer says by itself what hooks would have said.
    frameworkErrors: (error, request, reply) => {
      void reply.headers({ ...strictHeaders(production), 'x-request-id': request.id });
      sendError(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, { log, production }),
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: configuration.bodyBytes,
    // A request that never ends does not hold its socket for ever.
    connectionTimeout: 120_000,
    trustProxy: configuration.trustedProxies,
    routerOptions: { maxParamLength: 1500 },
    forceCloseConnections: true,
  });
  server.decorateRequest('principal', null);
  server.setErrorHandler(answerError(services));
  await server.register(fastifyHelmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: production ? [] : null,
      },
    },
    hsts: production,
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { max: configuration.requestsPerMinute, timeWindow: '1 minute' });
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    void reply.header('permissions-policy', permissionsPolicy);
    if (/^\/(api|fhir)\//.test(request.url)) void reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameSite(request.headers, services().origin))
      throw new AppError('cross_site');
  });
  server.addContentTypeParser('application/pdf', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  server.get('/api/health', async () => ({ status: 'ok' }));
  server.get('/api/openapi.json', async () => openApiDocument());
  serveProSanteConnect(server, services);
  for (const route of routes) register(server, services, route);
  await server.register(receiveUploads(services));
  await serveWeb(server, services);
  return server;
}
