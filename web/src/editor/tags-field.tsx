import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentHandle } from '../sync/index.ts';
import { Button, Icon, TextField } from '../ui/index.ts';
import { cleanText } from './paste/clean-text.ts';
import styles from './tags-field.module.css';
import { useTags } from './use-tags.ts';

const lengthLimit = 40;
const countLimit = 30;

/** The tags of a document: each can be removed, another added by its name. */
export function TagsField({ handle, readOnly = false }: { handle: DocumentHandle; readOnly?: boolean }) {
  const { t } = useTranslation('editor');
  const { tags, add, remove } = useTags(handle);
  const [typed, setTyped] = useState('');
  const editable = handle.editable && !readOnly;
  const name = cleanText(typed).replace(/\s+/g, ' ').trim();
  const problem =
    name.length > lengthLimit
      ? t('tags.tooLong', { count: lengthLimit })
      : tags.length >= countLimit && name !== ''
        ? t('tags.tooMany', { count: countLimit })
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || problem) return;
    add(name);
    setTyped('');
  };
  return (
    <div className={styles.field}>
      <TagGroup {...(editable ? { onRemove: (keys) => keys.forEach((key) => remove(String(key))) } : {})}>
        <Label className={styles.label ?? ''}>{t('tags.label')}</Label>
        <TagList
          className={styles.list ?? ''}
          items={tags.map((tag) => ({ id: tag }))}
          renderEmptyState={() => <span className={styles.none}>{t('tags.none')}</span>}
        >
          {({ id }) => (
            <Tag id={id} textValue={id} className={styles.tag ?? ''}>
              {({ allowsRemoving }) => (
                <>
                  {id}
                  {allowsRemoving && (
                    <AriaButton slot="remove" className={styles.remove ?? ''} aria-label={t('tags.remove')}>
                      <Icon name="close" size={14} />
                    </AriaButton>
                  )}
                </>
              )}
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {editable && (
        <form className={styles.add} onSubmit={submit}>
          <TextField label={t('tags.add')} value={typed} onChange={setTyped} error={problem} autoComplete="off" />
          <Button type="submit" icon="add" isDisabled={name === '' || problem !== null}>
            {t('tags.addButton')}
          </Button>
        </form>
      )}
    </div>
  );
}
