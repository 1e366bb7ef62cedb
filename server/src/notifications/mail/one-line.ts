/** A name as it may stand in a subject or a sentence: on one line, without what a mail server reads as another header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
