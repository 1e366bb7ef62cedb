/** Prints a title and some lines on a sheet of their own, whatever the page shows; nothing of it stays afterwards. */
export function printLines(title: string, lines: readonly string[]): void {
  const frame = document.createElement('iframe');
  // Out of sight and out of the accessibility tree, yet laid out: a hidden frame prints nothing.
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const sheet = frame.contentDocument;
  if (!sheet || !frame.contentWindow) return frame.remove();
  const heading = sheet.createElement('h1');
  heading.textContent = `Concertation – ${title}`;
  const list = sheet.createElement('ol');
  for (const line of lines) {
    const item = sheet.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  sheet.body.append(heading, list);
  frame.contentWindow.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow.print();
}
