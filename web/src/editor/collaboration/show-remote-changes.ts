import { type Binding, type Provider, syncCursorPositions } from '@lexical/yjs';
import { COLLABORATION_TAG, HISTORIC_TAG, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import * as Y from 'yjs';
import { $keepCursor } from './keep-cursor.ts';

/** What @lexical/yjs caches on a shared type. */
type CollabNode =
  | Binding['root']
  | { _key: string; _text: string; syncPropertiesAndTextFromYjs: (binding: Binding, keys: Set<string> | null) => void };
type Cached = { _collabNode?: CollabNode };

const isElement = (node: CollabNode | undefined): node is Binding['root'] => node !== undefined && '_children' in node;

/** Reads a block anew from the document, keeping the nodes of what is still there. */
function $showBlock(binding: Binding, block: Y.XmlText): void {
  const node = (block as Cached)._collabNode;
  if (!isElement(node)) return;
  const delta = block.toDelta();
  for (const { insert } of delta) {
    const child = (insert as Cached)._collabNode;
    if (child && '_text' in child) child._text = '';
  }
  node._children = [];
  node.applyChildrenYjsDelta(binding, delta);
  node.syncChildrenFromYjs(binding);
}

function $showEvent(binding: Binding, event: Y.YEvent<Y.AbstractType<unknown>>): void {
  const target: unknown = event.target;
  const node = (target as Cached)._collabNode;
  if (target instanceof Y.XmlText && !target._item?.deleted) {
    if (isElement(node) && event.keys.size > 0) node.syncPropertiesFromYjs(binding, new Set(event.keys.keys()));
    $showBlock(binding, target);
  } else if (target instanceof Y.Map && !target._item?.deleted && node && '_text' in node) {
    node.syncPropertiesAndTextFromYjs(binding, new Set(event.keys.keys()));
  }
}

/** Nodes of what was deleted are forgotten, so that a position cannot lead to them. */
function forgetDeleted(binding: Binding, transaction: Y.Transaction): void {
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const node = (struct.content.type as Cached)._collabNode;
    if (node && (binding.collabNodeMap.get(node._key) as unknown) === node) binding.collabNodeMap.delete(node._key);
  });
}

/**
 * Shows what changed in the document elsewhere, or by undo. Each block that changed is read whole from the document, not
 * patched: the stock patches of @lexical/yjs drift from the document when two people type in one text, and a screen
 * that differs from what will be signed is the worst that can happen here.
 */
export function showRemoteChanges(
  binding: Binding,
  provider: Provider,
  events: Y.YEvent<Y.AbstractType<unknown>>[],
  transaction: Y.Transaction,
): void {
  const { editor } = binding;
  const before = editor.getEditorState();
  const historic = transaction.origin instanceof Y.UndoManager;
  // Read now: an event answers only while it is being told.
  for (const event of events) void event.keys;
  editor.update(
    () => {
      for (const event of events) $showEvent(binding, event);
      $keepCursor(binding, provider, before);
    },
    {
      // Committed at once: joined to a local change it would take it along, untold to the document.
      discrete: true,
      skipTransforms: true,
      tag: historic ? HISTORIC_TAG : [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
      onUpdate: () => syncCursorPositions(binding, provider),
    },
  );
  forgetDeleted(binding, transaction);
}
