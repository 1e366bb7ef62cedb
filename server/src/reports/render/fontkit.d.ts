/** The little that reports use of fontkit, which ships no types. */
declare module 'fontkit' {
  export type Font = { characterSet: number[]; hasGlyphForCodePoint(codePoint: number): boolean };
  export function create(file: Uint8Array): Font;
}
