import type { DocumentName } from '@concertation/shared/domain';
import type { Channel } from './channel.ts';
import type { OpenDocument } from './open-document.ts';

/** The documents in memory, by name, and the names that are being sealed right now. */
export class OpenDocuments {
  readonly #byName = new Map<string, OpenDocument>();
  readonly #sealing = new Set<string>();

  get(name: string): OpenDocument | undefined {
    return this.#byName.get(name);
  }

  add(open: OpenDocument): void {
    this.#byName.set(open.name, open);
  }

  /** Forgets one that left memory, unless it has been loaded again meanwhile. */
  remove(name: string): void {
    if (this.#byName.get(name)?.document.isDestroyed) this.#byName.delete(name);
  }

  all(): OpenDocument[] {
    return [...this.#byName.values()];
  }

  channels(): Channel[] {
    return this.all().flatMap((open) => [...open.channels]);
  }

  startSealing(name: DocumentName): void {
    this.#sealing.add(name);
  }

  stopSealing(name: string): void {
    this.#sealing.delete(name);
  }

  isSealed(open: OpenDocument): boolean {
    return open.sealed || this.#sealing.has(open.name);
  }
}
