import type { FileLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import type { LocalUpload } from './uploads/upload-queue.ts';
import { useUploads } from './uploads/uploads.ts';

/** One question of a presentation. */
export type QuestionPlace = { presentationId: string; questionKey: string };

const unsettled = ({ state }: FileLine) => state === 'checking' || state === 'receiving';
const settlingMs = 1500;

type Placed = { presentationId: string | null; questionKey: string | null };
const isAt = (place: QuestionPlace, { presentationId, questionKey }: Placed) =>
  presentationId === place.presentationId && questionKey === place.questionKey;

/**
 * The documents of a case, or of one question: those on the server, but those that this browser is sending, which come
 * apart. Asked again by itself while one of them is being checked.
 */
export function useFiles(caseId: string, place?: QuestionPlace) {
  const [settling, setSettling] = useState(false);
  const read = useRead('listFiles', { params: { caseId } }, settling ? { refreshEvery: settlingMs } : {});
  const waits = read.data?.some(unsettled) ?? false;
  if (waits !== settling) setSettling(waits);
  const sending = useUploads(caseId).filter(
    ({ answers }: LocalUpload) => !place || (answers !== undefined && isAt(place, answers)),
  );
  const mine = new Set(sending.map(({ fileId }) => fileId));
  const lines = read.data?.filter((line) => !mine.has(line.fileId) && (!place || isAt(place, line)));
  return { read, lines, sending };
}
