import { createHash } from 'node:crypto';
import { type DecisionText, meaningfulMarks } from '@concertation/shared/contracts';
import { reportFields } from '@concertation/shared/documents';
import { type WordsNode, wordsOf } from '../../documents/index.ts';
import { canonicalJson } from '../../lib/index.ts';
import type { Draft } from '../freeze/draft.ts';

type Line = DecisionText['lines'][number];
type Mark = (typeof meaningfulMarks)[number];

/** Bits of a Lexical text's format. Source: lexical 0.52, LexicalConstants. */
const bits: Record<Mark, number> = { strike: 4, sub: 32, super: 64 };

const marksOf = (node: WordsNode | null): Mark[] =>
  meaningfulMarks.filter((mark) => typeof node?.format === 'number' && (node.format & bits[mark]) !== 0);

/** Adds words to a line; those of one form are one run, however they are cut by bold or by who typed them. */
function add(line: Line, text: string, marks: Mark[]): void {
  const last = line.at(-1);
  if (last && last.marks.join() === marks.join()) last.text += text;
  else if (text !== '') line.push({ text, marks });
}

/** Without the blanks at its end, which nobody sees. */
function trimmed(line: Line): Line {
  const last = line.at(-1);
  if (!last) return line;
  const text = last.text.trimEnd();
  return text === '' ? trimmed(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}

/** The words of a section line by line, with the forms that change what they say. */
function linesOf(root: WordsNode): Line[] {
  const lines: Line[] = [[]];
  for (const { text, node } of wordsOf(root))
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      add(lines.at(-1) as Line, part, marksOf(node));
    });
  return lines.map(trimmed).filter((line) => line.length > 0);
}

/** The decision as it stands: the words of the proposal, line by line, and the fields that have a value. Rule RBK-1. */
export function decisionText({ sections, fields }: Draft): DecisionText {
  return {
    lines: linesOf(sections.proposal.root),
    fields: reportFields.flatMap((field) => {
      const value = fields[field].trim();
      return value === '' ? [] : [{ field, value }];
    }),
  };
}

/** SHA-256 of a decision's words, hexadecimal: what an answer is tied to. */
export function decisionHash(text: DecisionText): string {
  return createHash('sha256').update(canonicalJson(text)).digest('hex');
}
