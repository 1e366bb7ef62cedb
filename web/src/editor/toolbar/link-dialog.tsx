import { isSafeUrl } from '@concertation/shared/documents';
import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createTextNode, $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW } from 'lexical';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, LinkButton, TextField } from '../../ui/index.ts';
import { completeAddress } from './complete-address.ts';
import { ASK_LINK_COMMAND } from './run-action.ts';

const takeFocus = (input: HTMLInputElement | null) => input?.focus();

/** Asks for the address of a link, over the text that will carry it. */
export function LinkDialog({ link }: { link: string | null }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const formId = useId();
  const [address, setAddress] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(
    () =>
      editor.registerCommand(
        ASK_LINK_COMMAND,
        () => {
          setAddress(link ?? '');
          setRefused(false);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, link],
  );
  const close = () => {
    setAddress(null);
    // The dialog gives the focus back to the button; the text is where one goes on writing.
    setTimeout(() => editor.focus());
  };
  const apply = (url: string | null) => {
    editor.update(
      () => {
        const selection = $getSelection();
        if (url && $isRangeSelection(selection) && selection.isCollapsed() && link === null) {
          const text = $createTextNode(url);
          selection.insertNodes([text]);
          text.select(0, url.length);
        }
      },
      { discrete: true },
    );
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const url = completeAddress(address ?? '');
    if (isSafeUrl(url)) apply(url);
    else setRefused(true);
  };
  return (
    <Dialog
      title={t('link.title')}
      isOpen={address !== null}
      onClose={close}
      actions={
        <>
          {link !== null && (
            <LinkButton href={link} target="_blank" rel="noopener noreferrer" variant="quiet">
              {t('link.open')}
            </LinkButton>
          )}
          {link !== null && <Button onPress={() => apply(null)}>{t('link.remove')}</Button>}
          <Button variant="primary" type="submit" form={formId}>
            {t('link.apply')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextField
          label={t('link.address')}
          description={t('link.help')}
          error={refused ? t('link.refused') : null}
          value={address ?? ''}
          onChange={(value) => {
            setAddress(value);
            setRefused(false);
          }}
          inputMode="url"
          autoComplete="off"
          ref={takeFocus}
        />
      </form>
    </Dialog>
  );
}
