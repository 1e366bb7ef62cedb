import { type Person, mostPeople } from '@concertation/shared/contracts';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { Button } from '../../../ui/index.ts';
import styles from './new.module.css';

/** Somebody to write to; their name is read where the address of the page only gave who. */
export type Recipient = { accountId: string; name: string | null };

/** Where a route puts the field that finds a colleague. */
export type PickerSlot = {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  excluded: string[];
  error: string | null;
};
export type RenderPicker = (slot: PickerSlot) => ReactNode;

function Chip({ recipient: { accountId, name }, onRemove }: { recipient: Recipient; onRemove: () => void }) {
  const { t } = useTranslation('messages');
  const read = useRead('readRecipient', { params: { accountId } });
  const known = read.data?.name ?? name;
  const words = known ?? (read.isPending ? t('new.reading') : t('new.unread'));
  const isUnreachable = read.error?.code === 'not_found';
  return (
    <li className={styles.chip} data-unreachable={isUnreachable || undefined}>
      <span role={isUnreachable ? 'alert' : undefined}>
        {isUnreachable ? t('new.unreachable', { name: name ?? t('new.unknown') }) : words}
      </span>
      <Button
        size="small"
        variant="quiet"
        icon="close"
        aria-label={t('new.remove', { name: known ?? t('new.unknown') })}
        onPress={onRemove}
      />
    </li>
  );
}

/** To whom one writes: colleagues found one after the other; who cannot be written to is said at once. */
export function RecipientsField({
  value,
  excluded = [],
  error,
  renderPicker,
  onChange,
}: {
  value: readonly Recipient[];
  excluded?: readonly string[];
  error: string | null;
  renderPicker: RenderPicker;
  onChange: (value: Recipient[]) => void;
}) {
  const { t } = useTranslation('messages');
  const place = useRef<HTMLDivElement>(null);
  const count = useRef(value.length);
  useEffect(() => {
    if (count.current === value.length) return;
    count.current = value.length;
    // What was pressed went with the change: one goes on with the next name.
    place.current?.querySelector('input')?.focus();
  }, [value.length]);
  const isFull = value.length + Math.max(1, excluded.length) >= mostPeople;
  return (
    <div ref={place} className={styles.recipients}>
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={t('new.people')}>
          {value.map((recipient) => (
            <Chip
              key={recipient.accountId}
              recipient={recipient}
              onRemove={() => onChange(value.filter(({ accountId }) => accountId !== recipient.accountId))}
            />
          ))}
        </ul>
      )}
      {isFull ? (
        <p className={styles.hint}>{t('new.full', { count: mostPeople })}</p>
      ) : (
        // A new field once somebody is added: what was typed in the other has served.
        <Fragment key={value.length}>
          {renderPicker({
            label: t(value.length === 0 ? 'new.addFirst' : 'new.add'),
            value: null,
            onChange: (person) => {
              if (person) onChange([...value, { accountId: person.accountId, name: person.name }]);
            },
            excluded: [...excluded, ...value.map(({ accountId }) => accountId)],
            error,
          })}
        </Fragment>
      )}
    </div>
  );
}
