import { eq } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { OwnValidation, QueuedValidation } from '@concertation/shared/contracts';
import type { Answer } from './ask.ts';
import { inDays, RegistrationWorld, type Somebody } from './registration-world.ts';
import { sampleImage } from './sample-files.ts';
import { upload } from './upload.ts';
import { waitFor } from './wait-for.ts';

export const queuePath = '/api/administration/validations';
export const ownPath = '/api/account/validation';
export const trial = { trialEndsAt: inDays(20) };
export const photograph = () => sampleImage().jpeg().toBuffer();

/** Where requests to be validated arrive: support and an administrator, and what each side sees. */
export class ValidationDesk {
  readonly world: RegistrationWorld;
  readonly support: Somebody;
  readonly administrator: Somebody;

  private constructor(world: RegistrationWorld, support: Somebody, administrator: Somebody) {
    this.world = world;
    this.support = support;
    this.administrator = administrator;
  }

  static async open(): Promise<ValidationDesk> {
    const world = await RegistrationWorld.open();
    return new ValidationDesk(world, await world.demonstration('support'), await world.demonstration('administrator'));
  }

  queue(who: Somebody = this.support): Promise<QueuedValidation[]> {
    return this.world.get(who, 'GET', queuePath);
  }

  async queued(accountId: string): Promise<QueuedValidation | undefined> {
    return (await this.queue()).find(({ account }) => account.accountId === accountId);
  }

  own(who: Somebody): Promise<OwnValidation> {
    return this.world.get(who, 'GET', ownPath);
  }

  decide(who: Somebody, requestId: string, decided: Record<string, unknown>): Promise<Answer> {
    return this.world.ask(who, 'POST', `${queuePath}/${requestId}`, decided);
  }

  async accountOf(id: string): Promise<typeof accounts.$inferSelect | undefined> {
    return (await this.world.db.select().from(accounts).where(eq(accounts.id, id)))[0];
  }

  async lastSubject(email: string): Promise<string | undefined> {
    return (await this.world.mailsTo(email)).at(-1)?.subject;
  }

  async claim({ accountId }: Somebody, rpps: string | null): Promise<void> {
    await this.world.db.update(accounts).set({ rpps }).where(eq(accounts.id, accountId));
  }

  sendProof({ cookie }: Somebody, content: Uint8Array, name = 'carte.jpg'): Promise<string> {
    return upload(this.world.server, { cookie, proof: 'professional_card', name, content });
  }

  /** Sends a proof and waits until it can be decided. */
  async proofQueued(who: Somebody, content?: Uint8Array, name?: string): Promise<QueuedValidation> {
    await this.sendProof(who, content ?? (await photograph()), name);
    await waitFor(async () => (await this.queued(who.accountId)) !== undefined, 'the proof in the queue');
    return (await this.queued(who.accountId)) as QueuedValidation;
  }
}
