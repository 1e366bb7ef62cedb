import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { AppError } from '../../lib/index.ts';
import { type ProvenIdentity, readClaims } from './claims.ts';

export type ProviderSettings = {
  /** What the provider calls itself: every token must name it. */
  issuer: string;
  /** Where its addresses are published. */
  discovery: string;
  clientId: string;
  clientSecret: string;
  /** How its id tokens are signed: HS256 with the secret, else with a key that it publishes. */
  idTokenAlgorithm: string;
};

/** What goes out with the browser and must come back. */
export type VisitSecrets = { state: string; nonce: string; codeVerifier: string };

/** Why somebody goes to Pro Santé Connect. */
export type VisitPurpose = 'sign_in' | 'link' | 'prove';
/** A visit as far as its age counts: from a shared computer, the session over there may be the former person’s. */
export type VisitKind = { purpose: VisitPurpose; shared: boolean };

/** The only level that Pro Santé Connect grants, and that we accept. Source: domain 3.4 (« PSC 6 »). */
const level = 'eidas1';
const scope = 'openid scope_all';
/** How old a sign-in there may be: its own session lasts four hours; what links two identities, or engages, asks for a new proof. Source: domain 3.4. */
const oldestSeconds = { sign_in: 4 * 3600, link: 600, prove: 60 };
const oldestOf = ({ purpose, shared }: VisitKind): number =>
  shared && purpose === 'sign_in' ? oldestSeconds.prove : oldestSeconds[purpose];
const withinSeconds = 10;
const clockSkewSeconds = 30;

/** Whatever is wrong, the visitor is told the same; the cause is for the log. */
const refused = (cause?: unknown) => new AppError('pro_sante_connect_refused', undefined, { cause });

/**
 * When somebody proved who they are to the provider (`auth_time`, seconds); null where it is not told. Throws when it is
 * older than was asked, or to come. Source: OpenID Connect Core, 3.1.3.7.
 */
function provedWithin(authTime: unknown, oldest: number): Date | null {
  if (authTime === undefined) return null;
  if (typeof authTime !== 'number') throw new Error('auth_time is no instant');
  const age = Date.now() / 1000 - authTime;
  if (age > oldest + clockSkewSeconds || age < -clockSkewSeconds) throw new Error('the proof is too old, or to come');
  return new Date(Math.min(authTime * 1000, Date.now()));
}

/**
 * Pro Santé Connect, through openid-client: authorization code with PKCE, state and nonce; the id token's signature, its
 * level, and the identity that userinfo and introspection tell alike. It keeps nothing but the provider's addresses.
 * Source: domain 3.4.
 */
export class ProSanteConnect {
  readonly #settings: ProviderSettings;
  #opening: Promise<client.Configuration> | null = null;
  #keys: ReturnType<typeof createRemoteJWKSet> | null = null;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  /** Where the browser is sent. Throws `pro_sante_connect_refused` while the provider cannot be reached. */
  async authorizationUrl(
    redirectUri: string,
    { state, nonce, codeVerifier }: VisitSecrets,
    visit: VisitKind,
  ): Promise<string> {
    const configuration = await this.#open();
    const codeChallenge = await client.calculatePKCECodeChallenge(codeVerifier);
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope,
      acr_values: level,
      max_age: String(oldestOf(visit)),
      state,
      nonce,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    });
    return address.href;
  }

  /**
   * Who came back to `returned`, with their id token for the sign-out, and when they proved it there: null where the
   * provider does not say, which a link, a proof and a sign-in on a shared computer are refused for. Throws `pro_sante_connect_refused`.
   */
  async identityOf(
    returned: URL,
    { state, nonce, codeVerifier, purpose, shared }: VisitSecrets & VisitKind,
  ): Promise<{ identity: ProvenIdentity; idToken: string; provedAt: Date | null }> {
    const configuration = await this.#open();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const idToken = tokens.id_token as string;
      const { sub, acr, authTime } = await this.#verify(configuration, idToken);
      if (acr !== level) throw new Error('the id token is of another level');
      const provedAt = provedWithin(authTime, oldestOf({ purpose, shared }));
      if ((purpose !== 'sign_in' || shared) && !provedAt)
        throw new Error('the id token does not say when its person proved it');
      const told = await client.fetchUserInfo(configuration, tokens.access_token, sub);
      const identity = readClaims(told);
      await this.#confirm(configuration, tokens.access_token, identity);
      return { identity, idToken, provedAt };
    } catch (error) {
      throw refused(error);
    }
  }

  /** Where a browser signs out of Pro Santé Connect too (front-channel); null when the provider has no such place. */
  async signOutUrl(idToken: string, returnTo: string): Promise<string | null> {
    const configuration = await this.#open();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      state: client.randomState(),
      post_logout_redirect_uri: returnTo,
    }).href;
  }

  /** openid-client checks what the token says; who signed it is checked here, with one algorithm and no other. */
  async #verify(
    configuration: client.Configuration,
    idToken: string,
  ): Promise<{ sub: string; acr: unknown; authTime: unknown }> {
    const { issuer, clientId, clientSecret, idTokenAlgorithm: algorithm } = this.#settings;
    const expected = { issuer, audience: clientId, algorithms: [algorithm], clockTolerance: clockSkewSeconds };
    const { jwks_uri: keysAt } = configuration.serverMetadata();
    if (algorithm !== 'HS256') this.#keys ??= createRemoteJWKSet(new URL(keysAt as string));
    const { payload } = this.#keys
      ? await jwtVerify(idToken, this.#keys, expected)
      : await jwtVerify(idToken, new TextEncoder().encode(clientSecret), expected);
    if (!payload.sub) throw new Error('the id token names nobody');
    return { sub: payload.sub, acr: payload.acr, authTime: payload.auth_time };
  }

  /** The provider, asked directly about the token, names the same person: a swapped answer does not pass. */
  async #confirm(configuration: client.Configuration, accessToken: string, identity: ProvenIdentity): Promise<void> {
    if (!configuration.serverMetadata().introspection_endpoint) return;
    const { active, SubjectNameID: named } = await client.tokenIntrospection(configuration, accessToken);
    if (!active) throw new Error('the access token is not active');
    if (named !== undefined && named !== identity.subjectNameId) throw new Error('introspection names somebody else');
  }

  async #open(): Promise<client.Configuration> {
    this.#opening ??= this.#discover().catch((error: unknown) => {
      // Tried again at the next visit.
      this.#opening = null;
      throw refused(error);
    });
    return this.#opening;
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, discovery, clientId, clientSecret, idTokenAlgorithm } = this.#settings;
    const address = new URL(discovery);
    const configuration = await client.discovery(
      address,
      clientId,
      { id_token_signed_response_alg: idTokenAlgorithm, [client.clockTolerance]: clockSkewSeconds },
      client.ClientSecretPost(clientSecret),
      // Another scheme than https is refused at the start of a production server.
      { timeout: withinSeconds, execute: address.protocol === 'http:' ? [client.allowInsecureRequests] : [] },
    );
    if (configuration.serverMetadata().issuer !== issuer) throw new Error('the provider calls itself otherwise');
    return configuration;
  }
}
