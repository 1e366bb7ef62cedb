import { type ErrorCode, errors } from '@concertation/shared/contracts';
import { maximumFileBytes } from '@concertation/shared/domain';
import i18next from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import { onSignedOut, refreshFacts, uploadFile } from '../../../api/index.ts';
import { toLanguage } from '../../../lib/index.ts';
import { type LocalUpload, UploadQueue } from './upload-queue.ts';

const words = (code: ErrorCode) => errors[code][toLanguage(i18next.language)];

/** What is being sent goes on while pages come and go: one queue for the whole application. */
export const uploads = new UploadQueue({
  send: uploadFile,
  refusal: ({ size }) => {
    if (size === 0) return words('file_empty');
    return size > maximumFileBytes ? words('file_too_large') : null;
  },
  received: ({ caseId }) => refreshFacts('listFiles', { params: { caseId } }),
});

window.addEventListener('offline', () => uploads.offline());
window.addEventListener('online', () => uploads.online());
onSignedOut(() => uploads.clear());

/** The files that this browser is sending to a case. */
export function useUploads(caseId: string): readonly LocalUpload[] {
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot);
  return useMemo(() => all.filter((upload) => upload.caseId === caseId), [all, caseId]);
}
