import { readBytes } from '../../../api/index.ts';

/**
 * The drawn pages of the document that is looked at, kept as long as it is: going back shows a page at once, and the next
 * one is asked in advance. A page that failed is asked again the next time.
 */
export class PageCache {
  readonly #caseId: string;
  readonly #fileId: string;
  #stop = new AbortController();
  readonly #pages = new Map<number, Promise<string>>();

  constructor(caseId: string, fileId: string) {
    this.#caseId = caseId;
    this.#fileId = fileId;
  }

  /** The address of a page's image in this browser. Throws ApiError. */
  page(page: number): Promise<string> {
    const known = this.#pages.get(page);
    if (known) return known;
    const asked = readBytes(
      'previewFile',
      { params: { caseId: this.#caseId, fileId: this.#fileId, page: String(page) }, query: { width: '1600' } },
      this.#stop.signal,
    ).then((blob) => URL.createObjectURL(blob));
    asked.catch(() => this.#pages.delete(page));
    this.#pages.set(page, asked);
    return asked;
  }

  /** Gives back what the pages took; what is asked afterwards is drawn anew. */
  close(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    for (const page of this.#pages.values())
      void page.then(
        (address) => URL.revokeObjectURL(address),
        () => undefined,
      );
    this.#pages.clear();
  }
}
