import { limits } from './limits.ts';

/** Controls, marks that reorder or hide text, unpaired surrogates, private and unassigned characters, and what draws nothing. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const extensionPattern = /\.([a-z0-9]{1,8})$/i;

/** The extension of a name, in lower case without its dot; null when it has none. */
export function extensionOf(name: string): string | null {
  return extensionPattern.exec(name)?.[1]?.toLowerCase() ?? null;
}

function cutTo(text: string, bytes: number): string {
  let cut = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > bytes) break;
    cut += segment;
  }
  return cut;
}

/**
 * A document's name as its sender gave it, without a path and without what cannot be seen, in NFC, at most 255 bytes of
 * UTF-8 of which the extension is kept. « document » when nothing is left.
 */
export function cleanName(given: string): string {
  const visible = given
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/^.*[\\/]/u, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  if (visible === '') return 'document';
  const extension = extensionPattern.exec(visible)?.[0] ?? '';
  const stem = visible.slice(0, visible.length - extension.length);
  return cutTo(stem, limits.nameBytes - Buffer.byteLength(extension)).trimEnd() + extension;
}
