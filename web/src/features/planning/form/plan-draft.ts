import type { MeetingPlan } from '@concertation/shared/contracts';
import type { Video } from '@concertation/shared/domain';
import { parseTypedDate } from '../../../lib/index.ts';

export const repeats = ['once', 'weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

/** The dialog « Planifier », as typed. */
export type PlanDraft = {
  /** JJ/MM/AAAA. */
  date: string;
  /** As `readTime` reads it. */
  time: string;
  /** Minutes. */
  duration: string;
  repeat: Repeat;
  end: 'count' | 'until';
  count: string;
  until: string;
  fictitious: boolean;
  video: Video;
};

export const problemNames = [
  'date',
  'time',
  'duration',
  'count',
  'until',
  'untilEarly',
  'details',
  'range',
  'none',
  'many',
  'far',
] as const;
export type ProblemName = (typeof problemNames)[number];
/** What is wrong, by field of the draft. */
export type PlanProblems = Partial<Record<'date' | 'time' | 'duration' | 'count' | 'until' | 'details', ProblemName>>;

/** The least and the most minutes that a meeting lasts. */
const shortest = 5;
const longest = 720;
/** Meetings that one plan may make. */
const most = 104;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** A whole number typed; null when it is none, or outside. */
function wholeNumber(text: string, least: number, greatest: number): number | null {
  const read = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return read >= least && read <= greatest ? read : null;
}

export const readDuration = (text: string) => wholeNumber(text, shortest, longest);

/** An hour typed as 18:00, 18h30, 18 h or 1830, as `18:00`; null when it is none. */
export function readTime(text: string): string | null {
  const [, hour, minute = '00'] =
    /^\s*(\d{1,2})\s*[:hH.]\s*(\d{2})?\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** Words of access are sent only for the means that have some. */
export function toVideo({ mode, details }: Video): Video {
  return { mode, details: mode === 'none' ? '' : details.trim() };
}

/** « Même jour de la semaine »: the third Thursday; after the 28th there is no such day each month, so the last. */
function monthlyDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const rank = Math.ceil(date.getUTCDate() / 7);
  return `${rank > 4 ? -1 : rank}${weekdays[date.getUTCDay()]}`;
}

/** The RRULE of a repetition from a day (`2026-11-26`), ended by a count or by a day. */
export function ruleOf(
  repeat: Exclude<Repeat, 'once'>,
  day: string,
  end: { count: number } | { until: string },
): string {
  const frequency = {
    weekly: 'FREQ=WEEKLY',
    fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
    monthly: `FREQ=MONTHLY;BYDAY=${monthlyDay(day)}`,
  }[repeat];
  return `${frequency};${'count' in end ? `COUNT=${end.count}` : `UNTIL=${end.until.replaceAll('-', '')}`}`;
}

/** The plan that a draft means, or what is wrong with it. */
export function readDraft(
  draft: PlanDraft,
): { plan: MeetingPlan; problems: null } | { plan: null; problems: PlanProblems } {
  const problems: PlanProblems = {};
  const date = parseTypedDate(draft.date);
  const time = readTime(draft.time);
  const duration = readDuration(draft.duration);
  const repeats = draft.repeat !== 'once';
  const count = wholeNumber(draft.count, 2, most);
  const until = parseTypedDate(draft.until);
  if (!date) problems.date = 'date';
  if (!time) problems.time = 'time';
  if (duration === null) problems.duration = 'duration';
  if (repeats && draft.end === 'count' && count === null) problems.count = 'count';
  if (repeats && draft.end === 'until') {
    if (!until) problems.until = 'until';
    else if (date && until < date) problems.until = 'untilEarly';
  }
  const video = toVideo(draft.video);
  if ((video.mode === 'link' || video.mode === 'audio') && video.details === '') problems.details = 'details';
  if (!date || !time || duration === null || Object.keys(problems).length > 0) return { plan: null, problems };
  const end = draft.end === 'count' ? { count: count ?? 0 } : { until: until ?? '' };
  const rule = draft.repeat === 'once' ? null : ruleOf(draft.repeat, date, end);
  const startsAt = `${date}T${time}`;
  return { plan: { startsAt, durationMinutes: duration, rule, fictitious: draft.fictitious, video }, problems: null };
}
