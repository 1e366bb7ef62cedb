import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Group, Separator, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, Menu, type MenuEntry } from '../../ui/index.ts';
import type { Action, BlockKind, TableChange } from './actions.ts';
import { LinkDialog } from './link-dialog.tsx';
import { runAction } from './run-action.ts';
import styles from './section-toolbar.module.css';
import { ToolButton } from './tool-button.tsx';
import { useToolbarState } from './use-toolbar-state.ts';

const blockChoices: readonly BlockKind[] = ['paragraph', 'h3', 'h4', 'quote'];
const tableChanges: readonly TableChange[] = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
];

/** What can be done to the text of one section. One stop for Tab; the arrows go from button to button. */
export function SectionToolbar({ label }: { label: string }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const { formats, block, inTable, link, canUndo, canRedo } = useToolbarState();
  const run = (action: Action) => {
    runAction(editor, action);
    if (action.kind !== 'link') editor.focus();
  };
  const entry = (id: string, name: string, action: Action): MenuEntry => ({
    id,
    label: name,
    onAction: () => run(action),
  });
  return (
    <>
      <Toolbar aria-label={label} className={styles.toolbar ?? ''}>
        <Menu
          label={t('toolbar.block')}
          placement="bottom start"
          trigger={
            <Button
              variant="quiet"
              size="small"
              preventFocusOnPress
              className={styles.block}
              aria-label={t('toolbar.blockNow', { block: t(`block.${block}`) })}
            >
              {t(`block.${block}`)}
              <span aria-hidden="true">▾</span>
            </Button>
          }
          groups={[
            {
              id: 'blocks',
              selected: block,
              entries: blockChoices.map((kind) => entry(kind, t(`block.${kind}`), { kind: 'block', block: kind })),
            },
            {
              id: 'more',
              title: t('toolbar.more'),
              entries: (['strikethrough', 'superscript', 'subscript'] as const).map((format) =>
                entry(format, t(`format.${format}`), { kind: 'format', format }),
              ),
            },
          ]}
        />
        <Group aria-label={t('toolbar.letters')} className={styles.group ?? ''}>
          {(['bold', 'italic', 'underline'] as const).map((format) => (
            <ToolButton
              key={format}
              icon={format}
              label={t(`format.${format}`)}
              keys={t(`keys.${format}`)}
              selected={formats.includes(format)}
              onPress={() => run({ kind: 'format', format })}
            />
          ))}
        </Group>
        <Separator orientation="vertical" className={styles.separator ?? ''} />
        <Group aria-label={t('toolbar.blocks')} className={styles.group ?? ''}>
          <ToolButton
            icon="list"
            label={t('block.bullet')}
            keys={t('keys.bullet')}
            selected={block === 'bullet'}
            onPress={() => run({ kind: 'block', block: 'bullet' })}
          />
          <ToolButton
            icon="numberedList"
            label={t('block.number')}
            keys={t('keys.number')}
            selected={block === 'number'}
            onPress={() => run({ kind: 'block', block: 'number' })}
          />
          <ToolButton
            icon="link"
            label={t('toolbar.link')}
            keys={t('keys.link')}
            selected={link !== null}
            onPress={() => run({ kind: 'link' })}
          />
          {inTable ? (
            <Menu
              label={t('toolbar.table')}
              trigger={
                <Button
                  variant="quiet"
                  size="small"
                  icon="table"
                  preventFocusOnPress
                  aria-label={t('toolbar.table')}
                  className={styles.on}
                />
              }
              groups={[
                {
                  id: 'table',
                  entries: tableChanges.map((change) => ({
                    ...entry(change, t(`table.${change}`), { kind: 'table', change }),
                    isDangerous: change.startsWith('delete'),
                  })),
                },
              ]}
            />
          ) : (
            <ToolButton icon="table" label={t('toolbar.insertTable')} onPress={() => run({ kind: 'insertTable' })} />
          )}
        </Group>
        <Separator orientation="vertical" className={styles.separator ?? ''} />
        <Group aria-label={t('toolbar.history')} className={styles.group ?? ''}>
          <ToolButton
            icon="undo"
            label={t('toolbar.undo')}
            keys={t('keys.undo')}
            disabled={!canUndo}
            onPress={() => run({ kind: 'undo' })}
          />
          <ToolButton
            icon="redo"
            label={t('toolbar.redo')}
            keys={t('keys.redo')}
            disabled={!canRedo}
            onPress={() => run({ kind: 'redo' })}
          />
        </Group>
      </Toolbar>
      <LinkDialog link={link} />
    </>
  );
}
