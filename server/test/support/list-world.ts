import { eq } from 'drizzle-orm';
import { boards } from '@concertation/schema';
import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import type { MeetingState, QuorumRules } from '@concertation/shared/domain';
import { createMeeting } from '../../src/meetings/index.ts';
import { DemonstrationWorld } from './demonstration-world.ts';
import { type DemonstrationKey, signIn } from './sign-in.ts';
import { write } from './report-world.ts';

const dayMs = 86_400_000;

export type Listed = { meetingId: string; caseId: string; presentationId: string };

/** Lists of the demonstration's board: meetings, cases on them, and what makes a case ready. */
export class ListWorld {
  readonly world: DemonstrationWorld;
  readonly boardId: string;

  private constructor(world: DemonstrationWorld, boardId: string) {
    this.world = world;
    this.boardId = boardId;
  }

  static async open(): Promise<ListWorld> {
    const world = await DemonstrationWorld.open();
    const lists = new ListWorld(world, (await world.meeting('running')).board.boardId);
    await lists.setQuorum(null);
    return lists;
  }

  get services() {
    return this.world.server.services;
  }

  /** A meeting so many days from now. */
  meeting(days = 1, state: MeetingState = 'planned'): Promise<string> {
    const startsAt = new Date(Date.now() + days * dayMs);
    return this.services.database.transaction((tx) => createMeeting(tx, { boardId: this.boardId, startsAt, state }));
  }

  /** A new case of `who` on the list of a meeting. */
  async list(
    meetingId: string,
    who: DemonstrationKey = 'presenter',
    more: Record<string, unknown> = {},
  ): Promise<Listed> {
    const caseId = await this.world.openCase(who, more);
    const { presentationId } = await this.world.get<{ presentationId: string }>(
      who,
      'POST',
      `/api/meetings/${meetingId}/presentations`,
      { caseId },
    );
    return { meetingId, caseId, presentationId };
  }

  read(meetingId: string, who: DemonstrationKey = 'secretary'): Promise<MeetingDetail> {
    return this.world.get(who, 'GET', `/api/meetings/${meetingId}`);
  }

  async line({ meetingId, presentationId }: Listed): Promise<PresentationLine> {
    const found = (await this.read(meetingId)).presentations.find((one) => one.presentationId === presentationId);
    if (!found) throw new Error('not on the list');
    return found;
  }

  /** Writes on a case's sheet as its presenter would. */
  write(caseId: string, sections: Record<string, string>, fields: Record<string, string> = {}): Promise<void> {
    const principal = { accountId: this.world.accountId('presenter'), sessionId: '', name: '', specialty: '' };
    const people = { owner: { principal, cookie: '' } };
    const world = { server: this.world.server, people, boardId: this.boardId } as unknown as Parameters<
      typeof write
    >[0];
    return write(world, 'owner', `case:${caseId}`, { sections, fields });
  }

  /** All that a case needs to be ready. */
  async complete(caseId: string, who: DemonstrationKey = 'presenter'): Promise<void> {
    await this.write(caseId, { diagnosis: 'Adénocarcinome', history: 'Douleurs', question: 'Chirurgie ?' });
    await this.world.get(who, 'POST', `/api/cases/${caseId}/consent`, {
      informedOn: '2026-01-05',
      informedBy: 'Dr Camille Durand',
      means: 'oral',
      opposition: 'none',
      sharing: true,
    });
  }

  /** The demonstration's board asks for a quorum: here only the tests that need one do. */
  async setQuorum(quorum: QuorumRules | null): Promise<void> {
    await this.services.database.db.update(boards).set({ quorum }).where(eq(boards.id, this.boardId));
  }

  signIn(who: DemonstrationKey) {
    return signIn(this.world.server, who);
  }

  stop(): Promise<void> {
    return this.world.stop();
  }
}
