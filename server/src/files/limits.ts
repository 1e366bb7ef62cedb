const megabyte = 1024 * 1024;

/** What a document may cost, in one place; why each exists is in docs/specs/documents.md. */
export const limits = {
  /** Days during which what was removed or put in quarantine is kept. */
  keptDays: 30,
  /** Hours that an interrupted upload waits for the rest. */
  unfinishedHours: 24,
  /** Unfinished uploads that one account may have. */
  unfinishedPerAccount: 20,
  /** What a proof may be: a photograph or a scan of a card. Source: SC-23. */
  proof: { bytes: 10 * megabyte, formats: ['pdf', 'jpeg', 'png'] },
  /** Bytes of a name, in UTF-8: what file systems take. */
  nameBytes: 255,
  /** Pixels of one side, and of a whole page, of an image. */
  imageSide: 60_000,
  imagePixels: 100_000_000,
  /** Pages that can be looked at. */
  pages: 2000,
  archive: {
    entries: 10_000,
    /** Bytes of everything that it holds, once inflated. */
    inflated: 512 * megabyte,
    /** How many times larger than packed, asked only above `ratioFrom` bytes: short texts shrink well. */
    ratio: 100,
    ratioFrom: 10 * megabyte,
    /** Bytes of an Office document that is looked into inside an archive. */
    inner: 64 * megabyte,
  },
  /** Entries of an archive that the screen lists. */
  listedEntries: 500,
  /** Seconds and megabytes that reading or drawing a PDF may take, in its own thread. */
  pdfSeconds: 60,
  pdfMegabytes: 512,
  /** Pages drawn at once in this process. */
  drawings: 2,
  /** Pixels of the height of a drawn page, however long the page is. */
  drawnHeight: 8000,
} as const;
