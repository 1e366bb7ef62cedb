/**
 * Documents: the durable life of every Yjs document — journal, snapshots, sealing, and reading rich text from stored
 * bytes. It knows no connection and decides nobody's rights; what is open right now belongs to `sync`, behind the port
 * `LiveDocuments`.
 */
export { createDocument } from './create-document.ts';
export { markSealed, readDocument } from './document-row.ts';
export type { Head, Row as JournalRow } from './journal/entry.ts';
export { Journal, type JournalState } from './journal/journal.ts';
export { readAuthors } from './journal/read-authors.ts';
export { JournalAltered, readJournal } from './journal/read-journal.ts';
export { verifyJournal } from './journal/verify-journal.ts';
export type { LiveDocuments } from './live-documents.ts';
export { outlineOf } from './outlines/outline-of.ts';
export { readOutlines } from './outlines/read-outlines.ts';
export { writeOutline } from './outlines/write-outline.ts';
export { alignTexts } from './provenance/align-texts.ts';
export { Authorship } from './provenance/authorship.ts';
export { readState } from './read-state.ts';
export { readStateAt } from './read-state-at.ts';
export { applyStored } from './snapshots/apply-stored.ts';
export { foldDocument } from './snapshots/fold-document.ts';
export { headOf, readStored, type Stored } from './snapshots/read-stored.ts';
export { readSection } from './rich-text/read-section.ts';
export { appendParagraph } from './rich-text/append-paragraph.ts';
export { emptySection, sectionPlainText, type WordsNode, wordsOf } from './rich-text/section-text.ts';
export { seedState } from './rich-text/seed-state.ts';
export { writeSection } from './rich-text/write-section.ts';
