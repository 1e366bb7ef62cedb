/** Characters that a page cannot show as they are, or that would change how their neighbours read (rule PDF-5). */
const hidden =
  /^[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u115F\u1160\u200C-\u200F\u2028-\u202E\u2061-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]$/u;

/** They only choose between two drawings of the character before them. */
const isVariationSelector = (codePoint: number) => codePoint === 0xfe0e || codePoint === 0xfe0f;

/** A character and the marks that sit on it. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

const codePoints = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) as number);

function drawnBy(fonts: readonly ReadonlySet<number>[], text: string): boolean {
  const needed = codePoints(text).filter((codePoint) => !isVariationSelector(codePoint));
  return needed.length > 0 && fonts.some((font) => needed.every((codePoint) => font.has(codePoint)));
}

function visibleMark(character: string): string {
  return `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function drawCluster(text: string, fonts: readonly ReadonlySet<number>[]): string {
  const characters = Array.from(text);
  if (!characters.some((character) => hidden.test(character))) {
    if (drawnBy(fonts, text)) return text;
    const decomposed = text.normalize('NFD');
    if (drawnBy(fonts, decomposed)) return decomposed;
  }
  return characters
    .map((character) => (!hidden.test(character) && drawnBy(fonts, character) ? character : visibleMark(character)))
    .join('');
}

/**
 * A text that the given fonts can draw to the last character: composed (NFC), and with `⟨U+1F600⟩` in the place of what
 * has no glyph or must not be invisible on a signed page. Nothing is dropped, so a reader sees that something was there.
 */
export function drawableText(text: string, fonts: readonly ReadonlySet<number>[]): string {
  return text.normalize('NFC').replace(cluster, (part) => drawCluster(part, fonts));
}

/** Ordinary words, which hyphenation can cut: of letters, not endless, with a vowel now and then. */
const ordinaryWord = /^(?=.{1,30}$)[\p{L}\p{M}’'-]+$/u;
const unsayable = /[^aeiouyœæà-ÿ]{6}/i;

function canStayWhole(word: string, limit: number): boolean {
  if (word.length <= limit) return true;
  return ordinaryWord.test(word) && limit >= 8 && !unsayable.test(word);
}

const spaces = '\\t\\n\\r \\u1680\\u2000-\\u2006\\u2008-\\u200B\\u205F\\u3000';
const run = new RegExp(`[^${spaces}]+|[${spaces}]+`, 'g');
const afterSign = /[/.,;:?&=_)\]}⟩-]$/;

function cutRun(word: string, limit: number): string[] {
  if (canStayWhole(word, limit)) return [word];
  const size = Math.min(Math.ceil(limit / 2), 10);
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const [part] of word.matchAll(cluster)) {
    piece += part;
    length += 1;
    if (length >= size || (length >= 4 && afterSign.test(part))) {
      pieces.push(piece);
      piece = '';
      length = 0;
    }
  }
  return piece ? [...pieces, piece] : pieces;
}

/**
 * Cuts a text where a line may break although nothing there says so: inside runs longer than `limit` characters. Ordinary
 * words stay whole while columns are not too narrow (hyphenation is the renderer's). The pieces joined give the text back.
 */
export function breakablePieces(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let whole = '';
  for (const [part] of text.matchAll(run)) {
    const cut = cutRun(part, limit);
    whole += cut[0] ?? '';
    for (const next of cut.slice(1)) {
      pieces.push(whole);
      whole = next;
    }
  }
  return whole ? [...pieces, whole] : pieces;
}
