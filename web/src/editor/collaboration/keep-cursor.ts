import { $getAnchorAndFocusForUserState, type Binding, type Provider } from '@lexical/yjs';
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type EditorState,
  type NodeKey,
  type PointType,
} from 'lexical';

function $place(point: PointType, key: NodeKey, offset: number): boolean {
  const node = $getNodeByKey(key);
  if (!node?.isAttached()) return false;
  if ($isTextNode(node)) point.set(key, Math.min(offset, node.getTextContentSize()), 'text');
  else if ($isElementNode(node)) point.set(key, Math.min(offset, node.getChildrenSize()), 'element');
  else point.set(node.getParentOrThrow().getKey(), node.getIndexWithinParent(), 'element');
  return true;
}

function $isSound({ key, offset, type }: PointType): boolean {
  const node = $getNodeByKey(key);
  if (!node?.isAttached()) return false;
  return type === 'text'
    ? $isTextNode(node) && offset <= node.getTextContentSize()
    : $isElementNode(node) && offset <= node.getChildrenSize();
}

/** What stood before a node that is gone, or around it: the nearest that is still there. */
function $nearest(gone: NodeKey, before: EditorState): NodeKey | null {
  const was = before.read(() => $getNodeByKey(gone));
  for (const key of [was?.__prev, was?.__parent]) if (key && $getNodeByKey(key)?.isAttached()) return key;
  return was?.__parent ? $nearest(was.__parent, before) : null;
}

/**
 * Puts one's own cursor back where it was in the words, after what was around it changed; when its words are gone, where
 * they were. Call it at the end of the update that shows a colleague's change.
 */
export function $keepCursor(binding: Binding, { awareness }: Provider, before: EditorState): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const mine = awareness.getLocalState();
  if (mine) {
    const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, mine);
    if (anchorKey !== null && focusKey !== null) {
      $place(selection.anchor, anchorKey, anchorOffset);
      $place(selection.focus, focusKey, focusOffset);
    }
  }
  if ($isSound(selection.anchor) && $isSound(selection.focus)) return;
  const near = $getNodeByKey($nearest(selection.anchor.key, before) ?? 'root');
  if ($isTextNode(near)) near.select();
  else if ($isElementNode(near)) near.selectEnd();
  else $getRoot().selectEnd();
}
