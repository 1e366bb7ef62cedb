/** What one import cost: seconds of reading alone and in all, and the largest memory of the process that imported. */
export type ImportCost = {
  lines: number;
  professionals: number;
  bytes: number;
  readSeconds: number;
  seconds: number;
  peakMib: number;
};
export type Imported = { type: 'imported'; cost: ImportCost };
export type DirectoryReady = { type: 'ready'; port: number };
/** Milliseconds. */
export type SearchTimes = { p50: number; p95: number; p99: number; answers: number };
export type DirectoryTimes = {
  cost: ImportCost;
  /** Fifty people through HTTP, by kind of search and all together. */
  people: Map<string, SearchTimes>;
  /** The same searches one at a time, beside the peers' queries on the same rows. */
  alone: Map<string, SearchTimes>;
  everyMs: number;
};
