import type { PatientBanner } from '@concertation/shared/contracts';
import { type BoardSummary, readBoards } from '../../boards/index.ts';
import { readCase } from '../../cases/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { type PresentationFacts, readPresentation } from '../../meetings/index.ts';
import { readPatients } from '../../patients/index.ts';

export type Setting = {
  presentation: PresentationFacts;
  board: BoardSummary;
  patient: PatientBanner;
};

/** What a report is about: the presentation, its board, and the patient. Throws `not_found`. */
export async function findSetting(executor: Executor, presentationId: string): Promise<Setting> {
  const presentation = await readPresentation(executor, presentationId);
  const { patientId } = await readCase(executor, presentation.caseId);
  const board = (await readBoards(executor, [presentation.boardId])).get(presentation.boardId);
  const patient = (await readPatients(executor, [patientId])).get(patientId);
  if (!board || !patient) throw new AppError('not_found');
  return { presentation, board, patient };
}
