import { webcrypto } from 'node:crypto';
import { CryptoEngine } from 'pkijs';

/** Always given by hand: another copy of pkijs in the process can replace the engine it would take by itself. */
export const engine = new CryptoEngine({ name: 'webcrypto', crypto: webcrypto });
