import type { Author } from '../facts.ts';

/** Those who wrote, in the order in which they are met: words name them by their place. */
export class People {
  readonly listed: Author[] = [];
  readonly #authors: Readonly<Record<string, Author>>;
  readonly #places = new Map<string, number>();

  constructor(authors: Readonly<Record<string, Author>>) {
    this.#authors = authors;
  }

  /** The place of an account; null for the product itself. Throws for an account that nobody named. */
  indexOf(accountId: string | null): number | null {
    if (accountId === null) return null;
    const known = this.#places.get(accountId);
    if (known !== undefined) return known;
    const author = this.#authors[accountId];
    if (!author) throw new Error('somebody who wrote in the report is not named');
    this.#places.set(accountId, this.listed.length);
    return this.listed.push(author) - 1;
  }
}
