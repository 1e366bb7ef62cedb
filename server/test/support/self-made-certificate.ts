import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SelfMadeCertificate = { certificatePath: string; keyPath: string; certificate: string; key: string };

/** A certificate for this machine, signed by itself, as files of `directory`. */
export function makeCertificate(directory: string): SelfMadeCertificate {
  const certificatePath = join(directory, 'certificate.pem');
  const keyPath = join(directory, 'key.pem');
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...made, ...names, '-keyout', keyPath, '-out', certificatePath], { stdio: 'ignore' });
  return {
    certificatePath,
    keyPath,
    certificate: readFileSync(certificatePath, 'utf8'),
    key: readFileSync(keyPath, 'utf8'),
  };
}
