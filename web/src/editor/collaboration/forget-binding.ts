import * as Y from 'yjs';

/**
 * Clears the nodes that @lexical/yjs caches on the shared types. A binding that is gone leaves its own there, and the
 * next one would append to them: text doubled, or an empty editor.
 */
export function forgetBinding(type: Y.AbstractType<never> | Y.XmlText | Y.AbstractType<unknown>): void {
  (type as { _collabNode?: unknown })._collabNode = undefined;
  for (let item = type._start; item; item = item.right) forgetItem(item);
  for (const item of type._map.values()) forgetItem(item);
}

function forgetItem(item: Y.Item): void {
  if (!item.deleted && item.content instanceof Y.ContentType) forgetBinding(item.content.type);
}
