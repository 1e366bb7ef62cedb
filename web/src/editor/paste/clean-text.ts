/** Control characters, marks that turn the reading order round, and characters that nobody sees (FRZ-5 refuses most). */
const unwanted = /(?![\t\n])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/gu;

/** Text as it may stand in a document: no invisible character, no half of one, accents composed. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
    .toWellFormed()
    .normalize('NFC');
}
