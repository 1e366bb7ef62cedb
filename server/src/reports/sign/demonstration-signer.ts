import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDemonstrationIdentity } from './demonstration-identity.ts';
import { keySigner, type Signer } from './signer.ts';

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** Written whole or not at all, and once: two servers that start together end up with the same key. */
async function keepOnce(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}

function open(pem: string): Signer {
  const key = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return keySigner(
    key,
    certificates.map((text) => new X509Certificate(text).raw),
  );
}

/**
 * The signer of a demonstration: an authority and an establishment made on this machine, once, kept with the data and
 * readable by their owner only. Their names say DÉMONSTRATION, and nobody's software trusts them.
 */
export async function demonstrationSigner(dataDirectory: string): Promise<Signer> {
  const path = join(dataDirectory, 'demonstration-signature.pem');
  try {
    return open(await readFile(path, 'utf8'));
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dataDirectory, { recursive: true });
  await keepOnce(path, await makeDemonstrationIdentity());
  return open(await readFile(path, 'utf8'));
}
