/** What Chromium offers to keep a window over the others. Source: WICG Document Picture-in-Picture. */
type PictureInPicture = { requestWindow: (size: { width: number; height: number }) => Promise<Window> };

const size = { width: 960, height: 620 };

function openWindow(): Window | null {
  return window.open('', 'concertation-visio', `popup,width=${size.width},height=${size.height}`);
}

/** The page's styles, in a window that has none: at once, where links would be fetched again and show it bare meanwhile. */
function copyStyles(other: Window): void {
  const { CSSStyleSheet: Sheet } = other as Window & typeof globalThis;
  for (const { cssRules } of document.styleSheets) {
    const copy = new Sheet();
    copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join('\n'));
    other.document.adoptedStyleSheets.push(copy);
  }
  other.document.documentElement.lang = document.documentElement.lang;
  const { theme } = document.documentElement.dataset;
  if (theme) other.document.documentElement.dataset.theme = theme;
}

/** Opens the window of the second screen, over the others where the browser can; null when it is refused. Source: OO-18. */
export async function openPopOut(title: string): Promise<Window | null> {
  const { documentPictureInPicture: inPicture } = window as Window & { documentPictureInPicture?: PictureInPicture };
  const other = inPicture ? await inPicture.requestWindow(size).catch(openWindow) : openWindow();
  if (!other) return null;
  other.document.head.replaceChildren();
  other.document.body.replaceChildren();
  other.document.adoptedStyleSheets = [];
  copyStyles(other);
  other.document.title = title;
  return other;
}
