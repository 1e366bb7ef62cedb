import type { BoardRole } from '@concertation/shared/access';
import type { MeetingState, Video } from '@concertation/shared/domain';
import { grant, revoke } from '../../src/access/index.ts';
import { createBoard } from '../../src/boards/index.ts';
import { createMeeting } from '../../src/meetings/index.ts';
import type { MediaParts } from '../../src/context.ts';
import type { Engine } from '../../src/media/index.ts';
import { startTestServer, type TestServer } from '../harness.ts';
import { FakeEngine } from './fake-engine.ts';
import { MediaClient } from './media-client.ts';
import { createPerson, type TestPerson } from './sync-world.ts';

export const callPeople = ['coordinator', 'delegate', 'secretary', 'member', 'other', 'guest', 'stranger'] as const;
export type CallPerson = (typeof callPeople)[number];

const boardRoles: Partial<Record<CallPerson, BoardRole>> = {
  coordinator: 'coordinator',
  delegate: 'delegate',
  secretary: 'secretary',
  member: 'member',
  other: 'member',
};

/**
 * A product whose calls go through a fake engine (or the one handed in, or for null the product's own), a board with one
 * person of each role, and meetings on demand.
 */
export class CallWorld {
  readonly server: TestServer;
  /** Not used where the test handed in another. */
  readonly engine: FakeEngine;
  readonly people: Record<CallPerson, TestPerson>;
  readonly boardId: string;
  readonly #clients: MediaClient[] = [];

  private constructor(server: TestServer, engine: FakeEngine, people: Record<CallPerson, TestPerson>, boardId: string) {
    this.server = server;
    this.engine = engine;
    this.people = people;
    this.boardId = boardId;
  }

  static async open(
    { engine: other, ...parts }: Omit<MediaParts, 'engine'> & { engine?: Engine | null } = {},
    environment: Record<string, string> = {},
  ): Promise<CallWorld> {
    const engine = new FakeEngine();
    const chosen = other === null ? {} : { engine: other ?? engine };
    const server = await startTestServer({ DEMONSTRATION: '0', ...environment }, { ...parts, ...chosen });
    const people = {} as Record<CallPerson, TestPerson>;
    for (const key of callPeople) people[key] = await createPerson(server, key.toUpperCase());
    const members = Object.entries(boardRoles).map(([key, role]) => ({
      accountId: people[key as CallPerson].accountId,
      role,
    }));
    const { boardId } = await server.services.database.transaction((tx) =>
      createBoard(tx, { name: 'RCP des appels', kind: 'rcp_autre', organisation: 'CHU', members }),
    );
    return new CallWorld(server, engine, people, boardId);
  }

  id(who: CallPerson): string {
    return this.people[who].accountId;
  }

  /** A meeting of the board that the guest may come to. */
  async meeting(mode: Video['mode'] = 'product', state: MeetingState = 'running'): Promise<string> {
    const { database } = this.server.services;
    const meetingId = await database.transaction((tx) =>
      createMeeting(tx, { boardId: this.boardId, startsAt: new Date(), state, video: { mode, details: '' } }),
    );
    await this.give(meetingId, 'guest', 'guest');
    return meetingId;
  }

  /** Gives a role on one meeting. Returns how to withdraw it. */
  async give(meetingId: string, who: CallPerson, role: BoardRole): Promise<() => Promise<void>> {
    const { database } = this.server.services;
    const subject = { kind: 'meeting', id: meetingId } as const;
    const given = await database.transaction((tx) =>
      grant(tx, { subject, grantee: { kind: 'account', id: this.id(who) }, role, grantedBy: null }),
    );
    return async () => void (await database.transaction((tx) => revoke(tx, subject, given.id)));
  }

  async client(who: CallPerson): Promise<MediaClient> {
    const client = await MediaClient.connect(this.server, { cookie: this.people[who].cookie });
    if (typeof client === 'number') throw new Error(`the socket of ${who} was refused: ${client}`);
    this.#clients.push(client);
    return client;
  }

  /** Somebody who is inside. */
  async inside(meetingId: string, who: CallPerson): Promise<{ client: MediaClient; seat: string }> {
    const client = await this.client(who);
    const { participantId } = await client.join(meetingId);
    return { client, seat: participantId };
  }

  /** After each test. */
  hangUp(): void {
    for (const client of this.#clients.splice(0)) client.cut();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
