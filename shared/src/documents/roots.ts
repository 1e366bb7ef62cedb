import * as Y from 'yjs';
import type { DocumentKind } from '../domain/index.ts';
import { caseSections } from './case/shape.ts';
import { meetingSections } from './meeting/shape.ts';
import { reportSections } from './report/shape.ts';

const sectionsOf: Record<DocumentKind, readonly string[]> = {
  case: caseSections,
  meeting: meetingSections,
  report: reportSections,
};

/** The names of a document's rich-text sections, in reading order. */
export function sectionNames(kind: DocumentKind): readonly string[] {
  return sectionsOf[kind];
}

/** The Yjs root that holds one rich-text section. */
export function sectionRoot(section: string): string {
  return `rt:${section}`;
}

/** The shared type that holds one rich-text section. */
export function sectionText(document: Y.Doc, section: string): Y.XmlText {
  return document.get(sectionRoot(section), Y.XmlText);
}

/** Typed fields, as strings by key. An absent key is an empty field. */
export function fieldsMap(document: Y.Doc): Y.Map<string> {
  return document.getMap<string>('fields');
}

/** Tags, as a set: present keys are on. Two people who add the same tag agree. */
export function tagsMap(document: Y.Doc): Y.Map<true> {
  return document.getMap<true>('tags');
}

/** Fixes the type of every root before a client can define one otherwise (rule SYNC-9). */
export function defineRoots(document: Y.Doc, kind: DocumentKind): void {
  fieldsMap(document);
  tagsMap(document);
  for (const section of sectionNames(kind)) sectionText(document, section);
}
