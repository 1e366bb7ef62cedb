/** What the PDF thread is asked. */
export type PdfWork =
  { kind: 'inspect'; content: Uint8Array } | { kind: 'draw'; content: Uint8Array; page: number; width: number };

/** What a PDF is found to be: how many pages, and whether something in it would act when opened. */
export type PdfInspection = { pages: number; active: boolean };

export type PdfAnswer<Work extends PdfWork> = Work extends { kind: 'inspect' } ? PdfInspection : Uint8Array;
