import * as Y from 'yjs';

/** The names of a document's roots that a transaction changed, at any depth. */
export function touchedRoots(transaction: Y.Transaction): string[] {
  const names = new Set<string>();
  for (const changed of transaction.changed.keys()) {
    let type: Y.AbstractType<unknown> = changed as Y.AbstractType<unknown>;
    while (type._item) type = type._item.parent as Y.AbstractType<unknown>;
    names.add(Y.findRootTypeKey(type));
  }
  return [...names];
}
