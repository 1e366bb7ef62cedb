import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What an honest authenticator and browser never do, one by one, for the tests of refusals. */
export type Lies = {
  origin?: string;
  relyingPartyId?: string;
  challenge?: string;
  userVerified?: boolean;
  /** Sent in place of the counter's next value. */
  counter?: number;
  /** Null: an authenticator that was told whose passkey is asked may keep silent about it. */
  userHandle?: string | null;
  /** Flips one bit of the signature. */
  brokenSignature?: boolean;
};

type HeldKey = { id: string; relyingPartyId: string; userHandle: string; privateKey: KeyObject };
type CreationOptions = {
  challenge: string;
  rp: { id: string };
  user: { id: string };
  excludeCredentials?: { id: string }[];
};
type RequestOptions = { challenge: string; rpId: string };

const flags = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, keyIncluded: 0x40 };
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** ES256 public key as COSE writes it. Source: RFC 9053, section 7.1.1. */
function coseKey(publicKey: KeyObject): Uint8Array {
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const parameters: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ];
  return isoCBOR.encode(
    new Map(parameters.map(([key, value]) => [key, typeof value === 'number' ? value : new Uint8Array(value)])),
  );
}

/**
 * A browser and its authenticator in a few lines: makes ES256 passkeys, keeps them, and signs with them, as the Web
 * Authentication API would on the page at `origin`. Source: W3C Web Authentication, sections 6.1 and 6.5.
 */
export class SoftwareAuthenticator {
  readonly #origin: string;
  readonly keys: HeldKey[] = [];
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** navigator.credentials.create(), with attestation « none ». */
  create(given: Record<string, unknown>, lies: Lies = {}): Record<string, unknown> {
    const options = given as unknown as CreationOptions;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const idBytes = randomBytes(32);
    const id = base64url(idBytes);
    this.keys.push({ id, relyingPartyId: options.rp.id, userHandle: options.user.id, privateKey });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(idBytes.length);
    const key = Buffer.concat([Buffer.alloc(16), length, idBytes, coseKey(publicKey)]);
    const authenticatorData = new Uint8Array(this.#authenticatorData(options.rp.id, lies, key));
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', authenticatorData],
      ]),
    );
    const clientDataJSON = base64url(this.#clientData('webauthn.create', options.challenge, lies));
    return this.#credential(id, {
      clientDataJSON,
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** navigator.credentials.get(), with the last key made for this relying party unless another is named. */
  get(given: Record<string, unknown>, lies: Lies = {}, keyId?: string): Record<string, unknown> {
    const options = given as unknown as RequestOptions;
    const key = this.keys.findLast(({ id, relyingPartyId }) =>
      keyId ? id === keyId : relyingPartyId === options.rpId,
    );
    if (!key) throw new Error('the authenticator holds no such passkey');
    const authenticatorData = this.#authenticatorData(options.rpId, lies);
    const clientData = this.#clientData('webauthn.get', options.challenge, lies);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), key.privateKey);
    // The last byte belongs to the number s: the signature stays well formed, and wrong.
    if (lies.brokenSignature) signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
    return this.#credential(key.id, {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
      ...(lies.userHandle === null ? {} : { userHandle: lies.userHandle ?? key.userHandle }),
    });
  }

  #credential(id: string, response: Record<string, unknown>): Record<string, unknown> {
    return {
      id,
      rawId: id,
      type: 'public-key',
      response,
      clientExtensionResults: {},
      authenticatorAttachment: 'platform',
    };
  }

  #clientData(type: string, challenge: string, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? this.#origin,
        crossOrigin: false,
      }),
    );
  }

  #authenticatorData(relyingPartyId: string, lies: Lies, newKey?: Uint8Array): Buffer {
    this.counter += 1;
    const said = Buffer.alloc(5);
    said.writeUInt8(
      flags.userPresent |
        flags.backupEligible |
        flags.backedUp |
        (lies.userVerified === false ? 0 : flags.userVerified) |
        (newKey ? flags.keyIncluded : 0),
    );
    said.writeUInt32BE(lies.counter ?? this.counter, 1);
    return Buffer.concat([sha256(lies.relyingPartyId ?? relyingPartyId), said, newKey ?? Buffer.alloc(0)]);
  }
}
