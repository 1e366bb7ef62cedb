import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the tag tree, as a screen reader walks it. */
export type Spoken = { role: string; alt: string | null; text: string; children: Spoken[] };

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };

/** What a screen reader says of a PDF: its tag tree, page after page, with the words that each node holds itself. */
export async function readAloud(pdf: Uint8Array): Promise<Spoken[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: Spoken[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const words = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== null);
        if (id) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? null) : null);
    }
    const read = (node: Node): Spoken => ({
      role: node.role ?? '',
      alt: node.alt ?? null,
      text: node.type === 'content' ? (words.get(node.id ?? '') ?? '') : '',
      children: (node.children ?? []).map(read),
    });
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) pages.push(read(tree));
  }
  await task.destroy();
  return pages;
}

/** Every node of a role, in the order in which it is read. */
export function withRole(nodes: readonly Spoken[], role: RegExp): Spoken[] {
  return nodes.flatMap((node) => [...(role.test(node.role) ? [node] : []), ...withRole(node.children, role)]);
}

/** The words of nodes and of all below them. */
export const wordsOf = (nodes: readonly Spoken[]): string =>
  nodes
    .map(({ text, children }) => `${text} ${wordsOf(children)}`)
    .join('')
    .replace(/\s+/g, ' ');
