import { join, resolve } from 'node:path';
import type { Environment } from './environment.ts';
import { isLocal } from './is-local.ts';

/** Where documents are received, kept and scanned. */
export type DocumentStorage = {
  /** Where they are kept, unless a bucket is named. */
  directory: string;
  /** Where they are while they arrive. */
  uploadsDirectory: string;
  s3: { endpoint: string; bucket: string; region: string } | null;
  clamd: { host: string; port: number } | null;
};

export type S3Keys = { accessKey: string; secretKey: string };

const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

/** A bucket half described would leave documents on the disk in silence: each missing setting is named. */
export function documentStorageRefusals(environment: Environment): string[] {
  const given = names.filter((name) => environment[name]);
  const refusals =
    given.length === 0
      ? []
      : names
          .filter((name) => !environment[name])
          .map((name) => `${name} manque : le stockage S3 demande ${names.join(', ')}, ou aucun d’eux.`);
  const { S3_ENDPOINT, NODE_ENV } = environment;
  if (NODE_ENV === 'production' && S3_ENDPOINT && !S3_ENDPOINT.startsWith('https://') && !isLocal(S3_ENDPOINT))
    refusals.push('S3_ENDPOINT doit commencer par https:// en production.');
  return refusals;
}

/** What the environment says of documents, and apart from it the keys of the bucket. */
export function readDocumentStorage(environment: Environment): { files: DocumentStorage; s3: S3Keys | null } {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY, CLAMD_HOST, CLAMD_PORT } = environment;
  const directory = resolve(environment.DATA_DIR);
  return {
    files: {
      directory: join(directory, 'files'),
      uploadsDirectory: join(directory, 'uploads'),
      s3: S3_ENDPOINT && S3_BUCKET ? { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, region: S3_REGION } : null,
      clamd: CLAMD_HOST ? { host: CLAMD_HOST, port: CLAMD_PORT } : null,
    },
    s3: S3_ACCESS_KEY && S3_SECRET_KEY ? { accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY } : null,
  };
}
