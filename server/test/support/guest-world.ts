import { eq } from 'drizzle-orm';
import { mails } from '@concertation/schema';
import type { MeetingGuest } from '@concertation/shared/contracts';
import { startTestServer, type TestServer } from '../harness.ts';
import { ask, type Answer } from './ask.ts';
import { PresentingWorld } from './presenting-world.ts';
import { sessionCookie } from './sign-in.ts';
import type { ActorName } from './report-world.ts';

export const somebody = {
  title: 'Mme',
  givenName: 'Ines',
  familyName: 'Carpentier',
  quality: 'Cardiologue',
  email: 'ines.carpentier@exemple.invalid',
} as const;

let addresses = 0;

/** A server with a board that admits guests, its meetings, and people invited to them without an account. */
export class GuestWorld {
  readonly server: TestServer;
  readonly presenting: PresentingWorld;
  readonly boardId: string;

  private constructor(server: TestServer, presenting: PresentingWorld, boardId: string) {
    this.server = server;
    this.presenting = presenting;
    this.boardId = boardId;
  }

  static async open(): Promise<GuestWorld> {
    const server = await startTestServer({ DEMONSTRATION: '0', SUPPORT_PHONE: '01 00 00 00 00' });
    const presenting = await PresentingWorld.open(server);
    const boardId = await presenting.board({ published: true, admitsGuests: true });
    return new GuestWorld(server, presenting, boardId);
  }

  get db() {
    return this.server.services.database.db;
  }

  meeting(set: Parameters<PresentingWorld['meeting']>[0] = {}): Promise<string> {
    return this.presenting.meeting({ video: { mode: 'product', details: '' }, ...set }, this.boardId);
  }

  invite(meetingId: string, guest: object = somebody, by: ActorName = 'secretary'): Promise<Answer> {
    return this.presenting.ask(by, 'POST', `/api/meetings/${meetingId}/guests`, guest);
  }

  guests(meetingId: string): Promise<MeetingGuest[]> {
    return this.presenting.get('secretary', 'GET', `/api/meetings/${meetingId}/guests`);
  }

  async mail(email: string) {
    const sent = await this.db.select().from(mails).where(eq(mails.recipient, email)).orderBy(mails.createdAt);
    const last = sent.at(-1);
    if (!last) throw new Error(`no mail to ${email}`);
    return last;
  }

  /** The token of the latest link mailed to an address. */
  async token(email: string): Promise<string> {
    const [, token] = /\/invite\/([\w-]+)/.exec((await this.mail(email)).text) ?? [];
    if (!token) throw new Error(`no link to ${email}`);
    return token;
  }

  look(token: string): Promise<Answer> {
    return ask(this.server, 'GET', `/api/guest-links/${token}`);
  }

  follow(token: string, cookie?: string): Promise<Answer> {
    return ask(this.server, 'POST', `/api/guest-links/${token}/session`, cookie ? { cookie } : {});
  }

  /** Somebody new who was invited and followed the link. */
  async arrived(meetingId: string): Promise<{ guestId: string; email: string; cookie: string; accountId: string }> {
    const email = `invite-${(addresses += 1)}@exemple.invalid`;
    const invited = await this.invite(meetingId, { ...somebody, email });
    if (invited.status >= 400) throw new Error(`invitation answered ${invited.status}`);
    const { guestId } = invited.body as { guestId: string };
    const followed = await this.follow(await this.token(email));
    const guest = (await this.guests(meetingId)).find((one) => one.guestId === guestId);
    return { guestId, email, cookie: sessionCookie(followed.response), accountId: guest?.accountId ?? '' };
  }

  /** What a browser with this cookie is answered. */
  as(cookie: string, method: string, path: string, body?: unknown): Promise<Answer> {
    return ask(this.server, method, path, body === undefined ? { cookie } : { cookie, body });
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
