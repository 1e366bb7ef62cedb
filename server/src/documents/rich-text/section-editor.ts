import { createHeadlessEditor } from '@lexical/headless';
import { createYjsBinding, syncLexicalUpdateToYjs, type Binding, type Provider } from '@lexical/yjs';
import { richTextNodes, sectionRoot, sectionText, tidyBlocks } from '@concertation/shared/documents';
import { COLLABORATION_TAG, SKIP_COLLAB_TAG, type LexicalEditor } from 'lexical';
import type * as Y from 'yjs';

/** One section of a document, open in an editor without a screen. Rejects by throwing what the editor met. */
export type SectionEditor = {
  /** Runs a change of the content and writes it to the document at once. */
  change(change: () => void): void;
  editor: LexicalEditor;
};

/** The binding asks for a network provider and presence; on the server there is neither. */
const nobody: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    on: () => {},
    off: () => {},
    setLocalState: () => {},
    setLocalStateField: () => {},
  },
  connect: () => {},
  disconnect: () => {},
  on: () => {},
  off: () => {},
};

type ChildrenDelta = Parameters<Binding['root']['applyChildrenYjsDelta']>[1];

/**
 * Opens a section of a document that nobody else holds: the binding leaves its nodes cached on the shared types, so a
 * live document must never come here (see writeSection). The V1 binding is event-driven; loading its root's own delta
 * gives the same tree without observing anything. The document is tidied first, as an editor would: no word may be lost.
 */
export function openSection(document: Y.Doc, section: string): SectionEditor {
  const failures: Error[] = [];
  const words = sectionText(document, section);
  tidyBlocks(document, words, [words]);
  const rootName = sectionRoot(section);
  const editor = createHeadlessEditor({
    namespace: 'concertation',
    nodes: richTextNodes,
    onError: (error) => failures.push(error),
  });
  const binding = createYjsBinding({
    editor,
    id: rootName,
    doc: document,
    docMap: new Map([[rootName, document]]),
    rootName,
  });

  function update(change: () => void, tag: string[]): void {
    editor.update(change, { discrete: true, skipTransforms: true, tag });
    const [failure] = failures;
    if (failure) throw failure;
  }

  const shared = binding.root.getSharedType();
  if (shared.length > 0) {
    update(() => {
      binding.root.applyChildrenYjsDelta(binding, shared.toDelta() as ChildrenDelta);
      binding.root.syncChildrenFromYjs(binding);
    }, [COLLABORATION_TAG, SKIP_COLLAB_TAG]);
  }

  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (tags.has(SKIP_COLLAB_TAG)) return;
      syncLexicalUpdateToYjs(
        binding,
        nobody,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      );
    },
  );
  return { editor, change: (change) => update(change, []) };
}
