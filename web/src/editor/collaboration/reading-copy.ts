import * as Y from 'yjs';

type Shared = { copy: Y.Doc; holders: number; stop: () => void };

const copies = new WeakMap<Y.Doc, Shared>();

function follow(document: Y.Doc): Shared {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  const onUpdate = (update: Uint8Array) => Y.applyUpdate(copy, update);
  document.on('update', onUpdate);
  return { copy, holders: 0, stop: () => document.off('update', onUpdate) };
}

/**
 * A copy that follows a document, for who only reads it, shared by all of its sections. To show a text the binding may
 * write: join two texts, give a head to words that lost theirs. From a reader the server would refuse that, and the
 * document here would part from the others; in the copy it stays here.
 */
export function holdReadingCopy(document: Y.Doc): { copy: Y.Doc; release: () => void } {
  const shared = copies.get(document) ?? follow(document);
  copies.set(document, shared);
  shared.holders += 1;
  return {
    copy: shared.copy,
    release: () => {
      shared.holders -= 1;
      if (shared.holders > 0) return;
      shared.stop();
      copies.delete(document);
      shared.copy.destroy();
    },
  };
}
