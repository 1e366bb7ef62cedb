import { demonstrationAccounts, type MeetingCard, type MeetingDetail } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from '../harness.ts';
import { ask, type Answer } from './ask.ts';
import { type DemonstrationKey, signIn } from './sign-in.ts';

export type Who = DemonstrationKey | 'nobody';

/** A server with the demonstration, everybody of it signed in, and one way to ask in somebody's name. */
export class DemonstrationWorld {
  readonly server: TestServer;
  readonly #cookies = new Map<Who, string>();
  readonly #accountIds = new Map<Who, string>();

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async open(): Promise<DemonstrationWorld> {
    const world = new DemonstrationWorld(await startTestServer());
    for (const key of demonstrationAccounts) {
      const { cookie, me } = await signIn(world.server, key);
      world.#cookies.set(key, cookie);
      world.#accountIds.set(key, me.accountId);
    }
    return world;
  }

  accountId(who: DemonstrationKey): string {
    return this.#accountIds.get(who) as string;
  }

  ask(who: Who, method: string, path: string, body?: unknown): Promise<Answer> {
    const cookie = this.#cookies.get(who);
    return ask(this.server, method, path, { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { body }) });
  }

  /** Asks what must be granted, and gives the answer's body. */
  async get<Body>(who: Who, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask(who, method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status} to ${who}`);
    return answer.body as Body;
  }

  /** The meeting of the demonstration in this state, as the coordinator sees it. */
  async meeting(state: 'running' | 'planned' | 'closed'): Promise<MeetingDetail> {
    const meetings = await this.get<MeetingCard[]>('coordinator', 'GET', '/api/meetings');
    const card = meetings.find((meeting) => meeting.state === state);
    if (!card) throw new Error(`the demonstration has no ${state} meeting`);
    return this.get('coordinator', 'GET', `/api/meetings/${card.meetingId}`);
  }

  /** Opens a case of a patient who is nobody else, owned by `who`; returns its id. */
  async openCase(who: DemonstrationKey, more: Record<string, unknown> = {}): Promise<string> {
    const { caseId } = await this.get<{ caseId: string }>(who, 'POST', '/api/cases', { ...newPatient(), ...more });
    return caseId;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

let patients = 0;

/** Traits that no earlier call gave. */
export function newPatient() {
  patients += 1;
  const letters = String(patients).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] as string);
  return { birthName: `Essai ${letters}`, birthGivenName: 'Claude', birthDate: '1970-05-17', sex: 'F' };
}
