/** Somebody signed in, a board that they coordinate and a meeting of it. */
export type Visitor = { cookie: string; boardId: string; meetingId: string };
export type PagesReady = { type: 'ready'; port: number; visitors: Visitor[] };
export type PageTimes = { page: string; p50: number; p95: number; answers: number };
