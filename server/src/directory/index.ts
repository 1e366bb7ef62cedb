/**
 * Directory: the professionals of the national directory (RPPS), as its open extraction and its interface on line tell
 * them. Open data: it knows no account, no patient and no right, and proves nobody's identity.
 */
export { type Extraction, openExtraction } from './extraction/open-extraction.ts';
export { ExtractionRefused } from './extraction/refused.ts';
export type { BadLine } from './importing/copy-lines.ts';
export { importExtraction, type ImportProgress, type ImportReport } from './importing/import-extraction.ts';
export { createLiveDirectory, type LiveDirectory } from './live/live-directory.ts';
export { refreshDirectory } from './refresh/refresh-directory.ts';
export { startDirectory } from './refresh/start-directory.ts';
export {
  departedAmong,
  type DirectoryActivity,
  readActivities,
  readProfessional,
  readProfessionals,
} from './searching/read-professional.ts';
export { readLastImport } from './searching/read-state.ts';
export {
  type DirectoryNeeds,
  readDirectoryState,
  readFromDirectory,
  searchDirectory,
} from './searching/search-directory.ts';
export { searchProfessionals } from './searching/search-professionals.ts';
