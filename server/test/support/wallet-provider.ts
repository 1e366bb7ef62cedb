import { generateKeyPairSync } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, importJWK, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** What a wallet knows of somebody, as Pro Santé Connect tells it. */
export type WalletPerson = {
  subjectNameId: string;
  givenName: string;
  familyName: string;
  otherIds?: { identifiant: string; origine: string }[];
};

/** What a hostile provider, or somebody between, changes in what it answers. */
export type WalletLies = {
  /** Claims of the id token, signed again with the provider's own key. */
  claims?: JWTPayload;
  /** The id token as a whole. */
  idToken?: (token: string) => string | Promise<string>;
  userinfo?: Record<string, unknown>;
  introspection?: Record<string, unknown>;
};

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'wallet', alg: 'RS256', use: 'sig' };

const listen = (server: Server): Promise<number> =>
  new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
  });

/**
 * A real OpenID provider (oidc-provider) with the claims of Pro Santé Connect, and in front of it somebody who may change
 * what it answers. It signs in `person` without asking.
 */
export class WalletProvider {
  readonly clientId = 'concertation';
  readonly clientSecret = 'secret-of-the-sandbox-client-0123456789';
  person: WalletPerson = { subjectNameId: '899700427885', givenName: 'Camille', familyName: 'Durand' };
  lies: WalletLies = {};
  issuer = '';
  #provider: Provider | null = null;
  readonly #front = createServer((request, response) => this.#forward(request, response));
  readonly #back = createServer((request, response) => void this.#serve(request, response));
  #backPort = 0;

  /** Listens, and says under which issuer; nobody may come before `trust`. */
  async open(): Promise<string> {
    this.#backPort = await listen(this.#back);
    this.issuer = `http://127.0.0.1:${await listen(this.#front)}`;
    return this.issuer;
  }

  /** Declares the installation, as at Pro Santé Connect: exact addresses of return. */
  trust(origin: string, idTokenAlgorithm = 'RS256'): void {
    const configuration: Configuration = {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [`${origin}/api/pro-sante-connect/callback`],
          post_logout_redirect_uris: [`${origin}/connexion`],
          token_endpoint_auth_method: 'client_secret_post',
          id_token_signed_response_alg: idTokenAlgorithm as 'RS256',
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['wallet'] },
      scopes: ['openid', 'scope_all'],
      acrValues: ['eidas1'],
      claims: {
        openid: ['sub', 'acr'],
        scope_all: ['SubjectNameID', 'preferred_username', 'given_name', 'family_name', 'otherIds'],
      },
      features: { devInteractions: { enabled: false }, introspection: { enabled: true }, userinfo: { enabled: true } },
      enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      ttl: { AccessToken: 120, Grant: 600, IdToken: 120, Interaction: 600, Session: 600, AuthorizationCode: 60 },
      findAccount: (_, accountId) => ({
        accountId,
        claims: () => {
          const { subjectNameId, givenName, familyName, otherIds } = this.person;
          return {
            sub: accountId,
            SubjectNameID: subjectNameId,
            preferred_username: subjectNameId,
            given_name: givenName,
            family_name: familyName,
            otherIds: otherIds ?? [{ identifiant: subjectNameId, origine: 'RPPS', qualite: 1 }],
          };
        },
      }),
    };
    this.#provider = new Provider(this.issuer, configuration);
  }

  async close(): Promise<void> {
    for (const server of [this.#front, this.#back]) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  }

  /** An id token of this provider with other claims, signed with its own key. */
  async forge(token: string, claims: JWTPayload, header = { alg: 'RS256', kid: 'wallet' }): Promise<string> {
    const key = await importJWK(jwk, 'RS256');
    return new SignJWT({ ...decodeJwt(token), ...claims }).setProtectedHeader(header).sign(key);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider;
    if (!provider) return void response.writeHead(503).end();
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const accountId = `f:${this.person.subjectNameId}`;
    const grant = new provider.Grant({ accountId, clientId: params.client_id as string });
    grant.addOIDCScope('openid scope_all');
    const grantId = await grant.save();
    await provider.interactionFinished(request, response, {
      login: { accountId, acr: 'eidas1', remember: false },
      consent: { grantId },
    });
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = '/' } = request;
    const onward = httpRequest({ host: '127.0.0.1', port: this.#backPort, method, headers, path: url }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => void this.#answer(url, answer, Buffer.concat(chunks), response));
    });
    request.pipe(onward);
  }

  async #answer(url: string, answer: IncomingMessage, bytes: Buffer, response: ServerResponse): Promise<void> {
    const { statusCode = 500, headers } = answer;
    const [path = ''] = url.split('?', 1);
    const isJson = headers['content-type']?.includes('json') && statusCode === 200;
    const said = isJson ? await this.#changed(path, JSON.parse(bytes.toString()) as Record<string, unknown>) : bytes;
    const body = isJson ? Buffer.from(JSON.stringify(said)) : bytes;
    response.writeHead(statusCode, { ...headers, 'content-length': body.length }).end(body);
  }

  async #changed(path: string, said: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { claims, idToken, userinfo, introspection } = this.lies;
    if (path === '/me') return { ...said, ...userinfo };
    if (path === '/token/introspection') return { ...said, ...introspection };
    if (path !== '/token' || typeof said.id_token !== 'string') return said;
    let token = said.id_token;
    if (claims) token = await this.forge(token, claims);
    if (idToken) token = await idToken(token);
    return { ...said, id_token: token };
  }
}
