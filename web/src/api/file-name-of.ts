/** The file name that a `content-disposition` header proposes, without any path; null when it proposes none. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? /filename=([^";]+)/i.exec(disposition ?? '')?.[1];
  const name = (encoded === undefined ? plain : decode(encoded))?.trim().replace(/^.*[\\/]/, '');
  return name === undefined || name === '' ? null : name;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
