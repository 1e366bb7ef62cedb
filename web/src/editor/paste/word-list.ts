/** Word writes a list as paragraphs, each with its level and its mark. */
export type WordItem = { level: number; ordered: boolean };

const mark = /mso-list\s*:\s*Ignore/i;

/** True for the bullet or number that Word writes in front of an item. */
export function isWordMark(element: Element): boolean {
  return mark.test(element.getAttribute('style') ?? '');
}

/** Reads a paragraph of Word that is a list item; null for any other. */
export function wordItemOf(element: Element): WordItem | null {
  const level = /mso-list\s*:[^;]*\blevel(\d+)/i.exec(element.getAttribute('style') ?? '');
  if (!level) return null;
  const written = [...element.querySelectorAll('span')].find(isWordMark)?.textContent?.trim() ?? '';
  return { level: Math.min(6, Number(level[1])), ordered: /^\(?[0-9a-zA-Z]{1,4}[.)]/.test(written) };
}
