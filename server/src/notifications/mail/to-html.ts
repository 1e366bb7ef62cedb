const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] as string);

/** What is no address in a sentence: its own punctuation. */
const withoutPunctuation = (address: string): string => address.replace(/[.,;:!?)»]+$/, '');

function linked(line: string): string {
  let written = '';
  let from = 0;
  for (const { 0: found, index } of line.matchAll(/https?:\/\/[^\s<>"']+/g)) {
    const address = withoutPunctuation(found);
    written += `${escape(line.slice(from, index))}<a href="${escape(address)}">${escape(address)}</a>`;
    from = index + address.length;
  }
  return written + escape(line.slice(from));
}

/**
 * The HTML of a plain text: its paragraphs, its line breaks, its addresses as links, and nothing that the text did not
 * say. No image, no style sheet, nothing fetched: opening a mail tells nobody that it was opened.
 */
export function toHtml(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(linked).join('<br>')}</p>`);
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Concertation</title></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem">
${paragraphs.join('\n')}
</body></html>
`;
}
