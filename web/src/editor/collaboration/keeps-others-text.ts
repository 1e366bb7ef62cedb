import * as Y from 'yjs';

/** A block that still holds text, or the head of a Lexical text node, whose characters are the items that follow it. */
function holdsText(type: unknown): boolean {
  if (type instanceof Y.XmlText) return type.length > 0;
  if (!(type instanceof Y.Map)) return false;
  let next = type._item?.right ?? null;
  while (next && (next.deleted || !next.countable)) next = next.right;
  return next !== null && next.content instanceof Y.ContentString;
}

/**
 * The delete filter of the undo manager: undo takes back what its author typed, but not the container into which
 * somebody has typed since. Without it, Ctrl+Z of whoever typed the first character deletes a colleague's whole
 * paragraph. Properties go with their container and never alone: a changed one is put back by writing the old value, and
 * a text without its type could not be read by anybody.
 */
export function keepsOthersText(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return !holdsText(item.content.type);
  return item.parentSub === null;
}
