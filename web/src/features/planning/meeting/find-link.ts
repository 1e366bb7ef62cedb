const address = /https?:\/\/[^\s<>"]+/;

/** The first web address of a text, without the punctuation that ends its sentence; null when it has none. */
export function findLink(text: string): string | null {
  return address.exec(text)?.[0].replace(/[.,;:!?)]+$/, '') ?? null;
}

/** A text cut into words and web addresses, in order. */
export function splitLinks(text: string): { text: string; isLink: boolean }[] {
  const parts: { text: string; isLink: boolean }[] = [];
  let rest = text;
  for (let link = findLink(rest); link; link = findLink(rest)) {
    const start = rest.indexOf(link);
    if (start > 0) parts.push({ text: rest.slice(0, start), isLink: false });
    parts.push({ text: link, isLink: true });
    rest = rest.slice(start + link.length);
  }
  if (rest) parts.push({ text: rest, isLink: false });
  return parts;
}
