import type { BoardDetail } from '@concertation/shared/contracts';
import type { Mail } from '../../src/notifications/index.ts';
import type { DemonstrationWorld, Who } from './demonstration-world.ts';
import type { DemonstrationKey } from './sign-in.ts';

/** What a coordinator asks for, and boards made with it. */
export class BoardWorld {
  readonly world: DemonstrationWorld;
  readonly mails: Mail[] = [];
  #organisationId: string | null = null;

  constructor(world: DemonstrationWorld) {
    this.world = world;
    const { services } = world.server;
    services.sendMail = async (_tx, mail) => {
      this.mails.push(mail);
    };
  }

  async organisation(name: string): Promise<string> {
    const body = { kind: 'establishment', name };
    return (await this.world.get<{ organisationId: string }>('coordinator', 'POST', '/api/organisations', body))
      .organisationId;
  }

  async settings(more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    this.#organisationId ??= await this.organisation('CHU des essais');
    return { name: 'RCP des essais', kind: 'rcp_autre', organisationIds: [this.#organisationId], ...more };
  }

  /** A new board coordinated by `who`. */
  async board(more: Record<string, unknown> = {}, who: DemonstrationKey = 'coordinator'): Promise<string> {
    const body = await this.settings(more);
    return (await this.world.get<{ boardId: string }>(who, 'POST', '/api/boards', body)).boardId;
  }

  read(who: Who, boardId: string): Promise<BoardDetail> {
    return this.world.get(who, 'GET', `/api/boards/${boardId}`);
  }

  setMember(boardId: string, who: DemonstrationKey, role: string, by: Who = 'coordinator') {
    const accountId = this.world.accountId(who);
    return this.world.ask(by, 'POST', `/api/boards/${boardId}/members`, { accountId, role });
  }

  removeMember(boardId: string, who: DemonstrationKey, by: Who = 'coordinator') {
    return this.world.ask(by, 'DELETE', `/api/boards/${boardId}/members/${this.world.accountId(who)}`);
  }

  /** The secret of the last link mailed to an address. */
  token(recipient: string): string {
    const mail = this.mails.findLast((sent) => sent.recipient === recipient);
    const token = /\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    if (!token) throw new Error(`no link was mailed to ${recipient}`);
    return token;
  }
}
