import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { type RefObject, useEffect } from 'react';
import type { DocumentHandle } from '../../sync/index.ts';
import { bindSection } from './collaborative-section.ts';
import { holdReadingCopy } from './reading-copy.ts';
import { sectionProvider } from './section-provider.ts';

type Props = {
  handle: DocumentHandle;
  section: string;
  /** Whoever is here writes in this section, though perhaps not at this moment. */
  writes: boolean;
  /** Typing is possible now. */
  editable: boolean;
  cursors: RefObject<HTMLElement | null>;
};

/** Ties the editor around it to a section of a live document, once there is a content to show. */
export function CollaborationPlugin({
  handle: { document, awareness, synced },
  section,
  writes,
  editable,
  cursors,
}: Props) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    // Typing into a document that has not come yet would add to it when it comes.
    if (!synced) return undefined;
    const reading = writes ? null : holdReadingCopy(document);
    const bound = bindSection({
      editor,
      document: reading?.copy ?? document,
      section,
      provider: sectionProvider(awareness, section),
      cursors: cursors.current,
    });
    return () => {
      bound.dispose();
      reading?.release();
    };
  }, [editor, document, awareness, section, synced, writes, cursors]);
  useEffect(() => editor.setEditable(editable), [editor, editable]);
  return null;
}
