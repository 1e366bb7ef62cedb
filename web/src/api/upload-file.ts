import { errorBody, errors, uploadPath } from '@concertation/shared/contracts';
import type { ProofKind } from '@concertation/shared/domain';
import i18next from 'i18next';
import type { DetailedError, Upload } from 'tus-js-client';
import { toLanguage } from '../lib/index.ts';
import { ApiError } from './api-error.ts';
import { announceSignedOut } from './signed-out.ts';
import { fingerprintOf, uploadMemory } from './upload-memory.ts';

/** Where a document goes: a case, and for an answer the question of a presentation. */
export type UploadTarget = { caseId: string; answers?: { presentationId: string; questionKey: string } | undefined };

/** A document for my account: what proves that I am a professional. Source: SC-23. */
export type ProofTarget = { proof: ProofKind };

/** What is heard of an upload. `stopped` may be followed by `start`, which goes on from the last byte received. */
export type UploadEvents = {
  begun: (fileId: string) => void;
  progressed: (sent: number) => void;
  received: () => void;
  stopped: (error: ApiError) => void;
};

export type SentFile = {
  start: () => void;
  /** Stops sending; what was received stays, for `start`. */
  pause: () => void;
  /** Stops for good: the server forgets what it received. */
  cancel: () => Promise<void>;
};

/** Small enough that a proxy which holds requests back still shows the progress. */
const chunkBytes = 4 * 1024 * 1024;

function toApiError(error: unknown): ApiError {
  const response = (error as Partial<DetailedError>).originalResponse;
  if (!response || response.getStatus() === 0) return new ApiError('network', i18next.t('api:network'));
  try {
    const { code, requestId, details } = errorBody.parse(JSON.parse(response.getBody()));
    if (code === 'signed_out') announceSignedOut();
    return new ApiError(code, errors[code][toLanguage(i18next.language)], requestId, details);
  } catch {
    // A proxy answers with a page of its own.
    const passing = response.getStatus() >= 500;
    return new ApiError(passing ? 'network' : 'unexpected', i18next.t(passing ? 'api:network' : 'api:unreadable'));
  }
}

/** The library comes with the first document sent: most pages never send one. */
async function openUpload(file: File, target: UploadTarget | ProofTarget, events: UploadEvents): Promise<Upload> {
  const tus = await import('tus-js-client');
  const { answers, ...owner } = 'caseId' in target ? target : { ...target, answers: undefined };
  const place = [...Object.values(owner), answers?.presentationId ?? '', answers?.questionKey ?? ''];
  const upload = new tus.Upload(file, {
    endpoint: uploadPath,
    metadata: { ...owner, name: file.name, ...answers },
    headers: { 'accept-language': toLanguage(i18next.language) },
    chunkSize: chunkBytes,
    retryDelays: null,
    urlStorage: uploadMemory,
    fingerprint: () => fingerprintOf(file, place) as Promise<string>,
    removeFingerprintOnSuccess: true,
    onUploadUrlAvailable: () => events.begun(upload.url?.split('/').at(-1) ?? ''),
    onProgress: (sent) => events.progressed(sent),
    onSuccess: () => events.received(),
    onError: (error) => events.stopped(toApiError(error)),
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  return upload;
}

/**
 * Prepares the sending of a document, begun by `start`. The same file for the same place takes up an unfinished upload
 * of this browser, if there is one. It never tries again by itself: whoever shows it decides when.
 */
export function uploadFile(file: File, target: UploadTarget | ProofTarget, events: UploadEvents): SentFile {
  let opening: Promise<Upload> | null = null;
  let upload: Upload | null = null;
  let stopped = false;
  const begin = async () => {
    opening ??= openUpload(file, target, events);
    upload = await opening;
    if (!stopped) upload.start();
  };
  return {
    start: () => {
      stopped = false;
      begin().catch((error: unknown) => {
        opening = null;
        events.stopped(toApiError(error));
      });
    },
    pause: () => {
      stopped = true;
      void upload?.abort();
    },
    cancel: async () => {
      stopped = true;
      await upload?.abort(true).catch((error: unknown) => {
        throw toApiError(error);
      });
    },
  };
}
