/**
 * Writing together: a rich-text section of a live document with named cursors and undo of one's own edits, its fields
 * and tags, the words about saving and presence, the sheet of a case. It edits what `sync` opens; it fetches nothing and
 * knows no rule.
 */
export { CaseSheet } from './case-sheet.tsx';
export { KeptText } from './kept-text.tsx';
export { PresenceList } from './presence-list.tsx';
export { SaveIndicator } from './save-indicator.tsx';
export { SectionEditor, type SectionEditorProps } from './section-editor.tsx';
export { TagsField } from './tags-field.tsx';
export { useField } from './use-field.ts';
