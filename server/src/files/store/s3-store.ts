import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type FileStore, partKey } from './file-store.ts';

export type S3Place = { endpoint: string; bucket: string; region: string };
export type S3Keys = { accessKey: string; secretKey: string };

const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchKey');

/**
 * Documents in a bucket of any S3-compatible server. The bucket is addressed by path and nothing optional of the
 * protocol is asked, because not every such server has it.
 */
export function s3Store({ endpoint, bucket, region }: S3Place, { accessKey, secretKey }: S3Keys): FileStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  return {
    async put(id, part, source) {
      const body = typeof source === 'string' ? createReadStream(source) : source;
      await new Upload({ client, params: { Bucket: bucket, Key: partKey(id, part), Body: body } }).done();
    },

    async read(id, part): Promise<Readable | null> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: partKey(id, part) }));
        return Body as Readable;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async remove(id) {
      const prefix = partKey(id, 'content').replace('content', '');
      let after: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(after ? { ContinuationToken: after } : {}) }),
        );
        for (const { Key } of page.Contents ?? [])
          await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: Key as string }));
        after = page.NextContinuationToken;
      } while (after);
    },

    close: () => client.destroy(),
  };
}
