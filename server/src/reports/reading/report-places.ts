import { and, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { frozenReports, reports } from '@concertation/schema';
import { readBoards } from '../../boards/index.ts';
import { readCases } from '../../cases/index.ts';
import type { Executor } from '../../database/index.ts';
import { readPresentations } from '../../meetings/index.ts';

/** Where a frozen report belongs. Ids, a board's name, a date: nothing of the patient but whom. */
export type ReportPlace = {
  reportId: string;
  documentNumber: string;
  version: number;
  /** The report that it cancels and replaces. */
  replacesId: string | null;
  /** A signed version cancels and replaces it. */
  isReplaced: boolean;
  presentationId: string;
  presenterId: string;
  meetingId: string;
  startsAt: Date;
  boardId: string;
  boardName: string;
  caseId: string;
  ownerId: string;
  patientId: string;
};

const next = alias(reports, 'next');

/** Where some frozen reports belong, in four queries however many; one that is not frozen is absent. */
export async function reportPlaces(executor: Executor, reportIds: string[]): Promise<Map<string, ReportPlace>> {
  if (reportIds.length === 0) return new Map();
  const rows = await executor
    .select({
      reportId: reports.id,
      documentNumber: frozenReports.documentNumber,
      version: reports.version,
      replacesId: reports.replacesId,
      presentationId: reports.presentationId,
      nextId: next.id,
    })
    .from(reports)
    .innerJoin(frozenReports, eq(frozenReports.reportId, reports.id))
    .leftJoin(next, and(eq(next.replacesId, reports.id), eq(next.state, 'signed')))
    .where(inArray(reports.id, reportIds));
  const presentations = await readPresentations(executor, [...new Set(rows.map((row) => row.presentationId))]);
  const met = [...presentations.values()];
  const boards = await readBoards(executor, [...new Set(met.map(({ boardId }) => boardId))]);
  const cases = await readCases(executor, [...new Set(met.map(({ caseId }) => caseId))]);
  const places = rows.flatMap(({ nextId, ...row }): ReportPlace[] => {
    const isReplaced = nextId !== null;
    const presentation = presentations.get(row.presentationId);
    const sheet = cases.get(presentation?.caseId ?? '');
    if (!presentation || !sheet) return [];
    const { presenterId, meetingId, startsAt, boardId, caseId } = presentation;
    const { ownerId, patientId } = sheet;
    const boardName = boards.get(boardId)?.name ?? '';
    return [{ ...row, isReplaced, presenterId, meetingId, startsAt, boardId, boardName, caseId, ownerId, patientId }];
  });
  return new Map(places.map((place) => [place.reportId, place]));
}
