import type { Executor } from '../../database/index.ts';

/** What one account has at one meeting. `caseIds`: those it presents and that are not ready. */
export type DigestMeeting = {
  meetingId: string;
  boardName: string;
  timeZone: string;
  startsAt: Date;
  fictitious: boolean;
  /** It prepares and runs the meeting: the counts are those of the whole list, and the link is the meeting's. */
  administers: boolean;
  cases: number;
  notReady: number;
  toComplete: string[];
};

/** The meetings of one account on one day, by date: at least one. */
export type DigestFacts = { accountId: string; meetings: DigestMeeting[] };

/** What everybody has on a day (`2026-11-26`). A port: meetings are to the right of this room. */
export type FactsOfDay = (executor: Executor, day: string) => Promise<DigestFacts[]>;
