import { addressReaders, services } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { ChoiceField, SeveralField, TextField } from '../../ui/index.ts';
import type { StepProps } from './step-fields.ts';
import { WhyThese } from './why-these.tsx';

/** How one is reached, what one wants before one’s eyes, and who sees one’s address. Source: SC-14, PA-17, PA-18, PA-19. */
export function ContactStep({ draft, change, isWrong, field }: StepProps) {
  const { t } = useTranslation('registration');
  return (
    <>
      <TextField
        label={t('form.email')}
        description={t('form.emailHelp')}
        type="email"
        autoComplete="email"
        isRequired
        {...field('email')}
      />
      <TextField
        label={t('form.phone')}
        description={t('form.phoneHelp')}
        type="tel"
        autoComplete="tel"
        isRequired
        {...field('phone')}
      />
      <WhyThese />
      <SeveralField
        label={t('form.services')}
        description={t('form.servicesHelp')}
        choices={services.map((id) => ({ id, label: t(`services.${id}`), words: t(`services.${id}_words`) }))}
        value={draft.services}
        onChange={(chosen) => change({ services: chosen })}
        error={isWrong('services') && t('fields.services')}
      />
      <ChoiceField
        label={t('form.addressReaders')}
        description={t('form.addressReadersHelp')}
        choices={addressReaders.map((id) => ({ id, label: t(`addressReaders.${id}`) }))}
        value={draft.addressReaders}
        onChange={(readers) => change({ addressReaders: readers })}
        error={isWrong('addressReaders') && t('fields.addressReaders')}
        inLines
      />
    </>
  );
}
