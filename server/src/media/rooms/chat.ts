import type { ChatLine } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { newId } from '../../lib/index.ts';

const linesKept = 200;

/** What people write to one another in a call: in memory alone, and gone with the room (SC-81). */
export class Chat {
  readonly #lines = new Map<string, ChatLine>();

  /** The latest lines, oldest first. */
  get lines(): ChatLine[] {
    return [...this.#lines.values()];
  }

  line(lineId: string): ChatLine | undefined {
    return this.#lines.get(lineId);
  }

  add({ accountId, name }: Principal, text: string): ChatLine {
    const line: ChatLine = { lineId: newId(), accountId, name, text, at: new Date().toISOString(), kept: false };
    this.#lines.set(line.lineId, line);
    const [oldest] = this.#lines.keys();
    if (oldest && this.#lines.size > linesKept) this.#lines.delete(oldest);
    return line;
  }
}
