import { createHash } from 'node:crypto';
import type { DecisionText } from '@concertation/shared/contracts';
import { reportFields } from '@concertation/shared/documents';
import { sectionPlainText } from '../../documents/index.ts';
import { canonicalJson } from '../../lib/index.ts';
import type { Draft } from '../freeze/draft.ts';

/** The decision as it stands: the words of the proposal, line by line, and the fields that have a value. Rule RBK-1. */
export function decisionText({ sections, fields }: Draft): DecisionText {
  return {
    lines: sectionPlainText(sections.proposal).split('\n'),
    fields: reportFields.flatMap((field) => (fields[field] === '' ? [] : [{ field, value: fields[field] }])),
  };
}

/** SHA-256 of a decision's words, hexadecimal: what an answer is tied to. */
export function decisionHash(text: DecisionText): string {
  return createHash('sha256').update(canonicalJson(text)).digest('hex');
}
