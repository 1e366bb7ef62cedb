import type { Conversation, ConversationLine, NotificationLine } from '@concertation/shared/contracts';
import { newId } from '../../src/lib/index.ts';
import type { Answer } from './ask.ts';
import { RegistrationWorld, type Somebody } from './registration-world.ts';

type Listed = { conversations: ConversationLine[]; older: boolean; unread: number };
type Written = { conversationId: string; messageId: string };
type More = { subject?: string; text?: string } & Partial<Written>;

/** A server where people write to each other. */
export class MessagingWorld {
  readonly registration: RegistrationWorld;
  #people = 0;

  private constructor(registration: RegistrationWorld) {
    this.registration = registration;
  }

  static async open(): Promise<MessagingWorld> {
    return new MessagingWorld(await RegistrationWorld.open());
  }

  get server() {
    return this.registration.server;
  }

  /** So many people whom no earlier call made, of these given names in turn. */
  async people<const Names extends readonly string[]>(...names: Names): Promise<{ [Index in keyof Names]: Somebody }> {
    const made: Somebody[] = [];
    for (const givenName of names) {
      this.#people += 1;
      made.push(await this.registration.somebody(`writes-${this.#people}@example.org`, { givenName }));
    }
    return made as { [Index in keyof Names]: Somebody };
  }

  tryStart(who: Somebody, to: string[], more: More = {}): Promise<Answer> {
    const body = {
      conversationId: newId(),
      messageId: newId(),
      to,
      subject: 'Staff de jeudi',
      text: 'Bonjour',
      ...more,
    };
    return this.registration.ask(who, 'POST', '/api/conversations', body);
  }

  /** Writes to these people about something. */
  async start(who: Somebody, to: Somebody[], more: More = {}): Promise<Written> {
    const ids = { conversationId: newId(), messageId: newId(), ...more };
    const answer = await this.tryStart(
      who,
      to.map(({ accountId }) => accountId),
      ids,
    );
    if (answer.status !== 204) throw new Error(`the conversation was refused: ${JSON.stringify(answer.body)}`);
    return { conversationId: ids.conversationId, messageId: ids.messageId };
  }

  send(
    who: Somebody | null,
    conversationId: string,
    text: unknown = 'Bien reçu',
    messageId = newId(),
  ): Promise<Answer> {
    const path = `/api/conversations/${conversationId}/messages`;
    return this.registration.ask(who, 'POST', path, { messageId, text });
  }

  withdraw(who: Somebody, { conversationId, messageId }: Written): Promise<Answer> {
    return this.registration.ask(who, 'DELETE', `/api/conversations/${conversationId}/messages/${messageId}`);
  }

  mark(who: Somebody, { conversationId, messageId }: Written): Promise<Answer> {
    return this.registration.ask(who, 'POST', `/api/conversations/${conversationId}/reading`, { messageId });
  }

  add(who: Somebody, conversationId: string, people: Somebody[]): Promise<Answer> {
    const accountIds = people.map(({ accountId }) => accountId);
    return this.registration.ask(who, 'POST', `/api/conversations/${conversationId}/people`, { accountIds });
  }

  leave(who: Somebody, conversationId: string): Promise<Answer> {
    return this.registration.ask(who, 'DELETE', `/api/conversations/${conversationId}`);
  }

  list(who: Somebody, before?: string): Promise<Listed> {
    const query = before ? `?before=${encodeURIComponent(before)}` : '';
    return this.registration.get<Listed>(who, 'GET', `/api/conversations${query}`);
  }

  tryRead(who: Somebody | null, conversationId: string): Promise<Answer> {
    return this.registration.ask(who, 'GET', `/api/conversations/${conversationId}`);
  }

  read(who: Somebody, conversationId: string, before?: string): Promise<Conversation> {
    const query = before ? `?before=${encodeURIComponent(before)}` : '';
    return this.registration.get<Conversation>(who, 'GET', `/api/conversations/${conversationId}${query}`);
  }

  /** What somebody was told of a conversation, latest first. */
  async told(who: Somebody, conversationId: string): Promise<NotificationLine[]> {
    const { lines } = await this.registration.get<{ lines: NotificationLine[] }>(who, 'GET', '/api/notifications');
    return lines.filter(({ about }) => about.conversationId === conversationId);
  }

  stop(): Promise<void> {
    return this.registration.stop();
  }
}
