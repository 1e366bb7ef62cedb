import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What a short secret is hashed for: the same digits under two of them give two hashes. */
export type MarkUse = 'code' | 'recovery_code' | 'attempt';

/**
 * The keys of accounts' secrets, derived from the installation's account key (HKDF, SHA-256), one for each use: none
 * serves two purposes, and the tables alone open nothing. Source: RFC 5869.
 */
export class AccountKeys {
  readonly #accountKey: string;
  readonly #derived = new Map<string, Buffer>();

  constructor(accountKey: string) {
    this.#accountKey = accountKey;
  }

  /** Mixed into the hash of four digits, which would otherwise be found by trying them all. */
  get pepper(): Uint8Array {
    return this.#keyFor('pin');
  }

  /** HMAC of a short secret, in hexadecimal. `parts` never hold the separator. */
  mark(use: MarkUse, ...parts: string[]): string {
    return createHmac('sha256', this.#keyFor(use)).update(parts.join('\n')).digest('hex');
  }

  /** Seals a secret of an account (AES-256-GCM); moved to another account it does not open. */
  seal(accountId: string, secret: Uint8Array): Buffer {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, this.#keyFor('seal'), nonce).setAAD(Buffer.from(accountId));
    const sealed = Buffer.concat([sealing.update(secret), sealing.final()]);
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
  }

  /** Opens what `seal` gave. Throws when it was altered, or sealed for another account or under another key. */
  open(accountId: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    const opening = createDecipheriv(cipher, this.#keyFor('seal'), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(accountId))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
  }

  #keyFor(use: string): Buffer {
    const known = this.#derived.get(use);
    if (known) return known;
    const derived = Buffer.from(hkdfSync('sha256', this.#accountKey, '', `concertation ${use}`, 32));
    this.#derived.set(use, derived);
    return derived;
  }
}
