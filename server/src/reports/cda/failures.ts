/** Why a CDA document is refused, or which of its parts is wrong: a closed code, and never a word of the document. */
export const cdaRefusals = [
  'too_large',
  'not_utf8',
  'declaration',
  'too_deep',
  'too_many_elements',
  'too_many_attributes',
  'malformed',
  'duplicate_id',
  'wrong_root',
  'incomplete',
  'altered_body',
] as const;
export type CdaRefusalCode = (typeof cdaRefusals)[number];

/** A document that is not read. `part`: the element that is missing or wrong, for `incomplete`. */
export class CdaRefusal extends Error {
  readonly code: CdaRefusalCode;
  readonly part: string | null;
  constructor(code: CdaRefusalCode, part: string | null = null) {
    super(part === null ? code : `${code}: ${part}`);
    this.name = 'CdaRefusal';
    this.code = code;
    this.part = part;
  }
}
