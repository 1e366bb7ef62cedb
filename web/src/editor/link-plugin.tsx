import { isSafeUrl } from '@concertation/shared/documents';
import { LinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LinkPlugin as LexicalLinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { $unwrapNode } from '@lexical/utils';
import { useEffect } from 'react';

/** Links to safe addresses only; in a text that is read they open in another tab. */
export function LinkPlugin() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerNodeTransform(LinkNode, (link) => {
        if (!isSafeUrl(link.getURL())) $unwrapNode(link);
      }),
    [editor],
  );
  return <LexicalLinkPlugin validateUrl={isSafeUrl} attributes={{ rel: 'noopener noreferrer', target: '_blank' }} />;
}
