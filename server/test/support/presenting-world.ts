import { eq } from 'drizzle-orm';
import { boards, meetings } from '@concertation/schema';
import type { CasePresentation, ConsentDraft } from '@concertation/shared/contracts';
import { createBoard } from '../../src/boards/index.ts';
import { openCase } from '../../src/cases/index.ts';
import { createMeeting } from '../../src/meetings/index.ts';
import type { Notice } from '../../src/notifications/index.ts';
import { ask, type Answer } from './ask.ts';
import { type ActorName, openWorld, type World } from './report-world.ts';

export const dayMs = 86_400_000;

type MeetingSet = Partial<typeof meetings.$inferInsert>;
type BoardSet = Partial<typeof boards.$inferInsert>;

let patients = 0;

/** Traits that no earlier call gave. */
export function newTraits() {
  patients += 1;
  const letters = String(patients).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] as string);
  return { birthName: `QUEMENEUR-${letters}`, birthGivenName: 'SOLENE', birthDate: '1961-11-23', sex: 'F' as const };
}

export const informed: ConsentDraft = {
  informedOn: '2026-01-12',
  informedBy: 'Dr Camille owner',
  means: 'oral',
  opposition: 'none',
  sharing: false,
};

/** What presenting needs: a board of other people, its meetings, cases in preparation, and what was told to whom. */
export class PresentingWorld {
  readonly world: World;
  /** Published, of which the owner is no member; the coordinator, the secretary and the member are. */
  readonly boardId: string;
  readonly told: Notice[] = [];

  private constructor(world: World, boardId: string) {
    this.world = world;
    this.boardId = boardId;
  }

  static async open(server: World['server']): Promise<PresentingWorld> {
    const world = await openWorld(server);
    const opened = new PresentingWorld(world, '');
    return new PresentingWorld(world, await opened.board({ published: true }));
  }

  get services() {
    return this.world.server.services;
  }

  accountId(who: ActorName): string {
    return this.world.people[who].principal.accountId;
  }

  /** A board coordinated by the coordinator, with a secretary and a member. */
  async board(set: BoardSet = {}): Promise<string> {
    return this.services.database.transaction(async (tx) => {
      const { boardId } = await createBoard(tx, {
        name: 'RCP Thorax',
        kind: 'rcp_oncologie',
        organisation: 'CHU',
        members: (['coordinator', 'secretary', 'member'] as const).map((role) => ({
          accountId: this.accountId(role),
          role,
        })),
      } as Parameters<typeof createBoard>[1]);
      if (Object.keys(set).length > 0) await tx.update(boards).set(set).where(eq(boards.id, boardId));
      return boardId;
    });
  }

  /** A planned meeting in a week. */
  async meeting(set: MeetingSet = {}, boardId = this.boardId): Promise<string> {
    return this.services.database.transaction(async (tx) => {
      const meetingId = await createMeeting(tx, { boardId, startsAt: new Date(Date.now() + 7 * dayMs) } as Parameters<
        typeof createMeeting
      >[1]);
      await tx
        .update(meetings)
        .set({ registrationClosesAt: new Date(Date.now() + 6 * dayMs), ...set })
        .where(eq(meetings.id, meetingId));
      return meetingId;
    });
  }

  async setMeeting(meetingId: string, set: MeetingSet): Promise<void> {
    await this.services.database.db.update(meetings).set(set).where(eq(meetings.id, meetingId));
  }

  /** A case in preparation, whose patient was informed unless `consent` is null. */
  async case(
    who: ActorName = 'owner',
    consent: Partial<ConsentDraft> | null = {},
    referentId: string | null = null,
  ): Promise<string> {
    const identity = { ...newTraits(), usedName: null, usedGivenName: null };
    const { caseId } = await openCase(this.services, this.world.people[who].principal, {
      identity,
      homonym: false,
      referentId,
    });
    if (consent) await this.get(who, 'POST', `/api/cases/${caseId}/consent`, { ...informed, ...consent });
    return caseId;
  }

  ask(who: ActorName, method: string, path: string, body?: unknown): Promise<Answer> {
    const { cookie } = this.world.people[who];
    return ask(this.world.server, method, path, body === undefined ? { cookie } : { cookie, body });
  }

  /** Asks what must be granted, and gives the answer's body. */
  async get<Body>(who: ActorName, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask(who, method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  choose(caseId: string, meetingId: string, who: ActorName = 'owner'): Promise<Answer> {
    return this.ask(who, 'POST', `/api/cases/${caseId}/presentations`, { meetingId });
  }

  register(caseId: string, who: ActorName = 'owner'): Promise<Answer> {
    return this.ask(who, 'POST', `/api/cases/${caseId}/registration`);
  }

  withdraw(caseId: string, presentationId: string, who: ActorName = 'owner'): Promise<Answer> {
    return this.ask(who, 'POST', `/api/cases/${caseId}/presentations/${presentationId}/withdrawal`, {});
  }

  presentations(caseId: string, who: ActorName = 'owner'): Promise<CasePresentation[]> {
    return this.get(who, 'GET', `/api/cases/${caseId}/presentations`);
  }

  /** A case chosen for a new meeting. */
  async prepared(caseId: string, meetingId?: string): Promise<{ presentationId: string; meetingId: string }> {
    const chosen = meetingId ?? (await this.meeting());
    const { presentationId } = (await this.choose(caseId, chosen)).body as { presentationId: string };
    return { presentationId, meetingId: chosen };
  }

  /** A case that stands on the list of a new meeting. */
  async listed(consent: Partial<ConsentDraft> = {}) {
    const caseId = await this.case('owner', consent);
    const prepared = await this.prepared(caseId);
    await this.get('owner', 'POST', `/api/cases/${caseId}/registration`);
    return { caseId, ...prepared };
  }

  /** The product's services, with what is told kept in `told`. */
  telling() {
    return { ...this.services, tell: async (_tx: unknown, notice: Notice) => void this.told.push(notice) };
  }
}
