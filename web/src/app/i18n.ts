import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { fr as api } from '../api/texts.ts';
import { fr as editor } from '../editor/texts.ts';
import { fr as account } from '../features/account/texts.ts';
import { fr as boards } from '../features/boards/texts.ts';
import { fr as cases } from '../features/cases/texts.ts';
import { fr as cohorts } from '../features/cohorts/texts.ts';
import { fr as directory } from '../features/directory/texts.ts';
import { fr as files } from '../features/files/texts.ts';
import { fr as home } from '../features/home/texts.ts';
import { fr as meetings } from '../features/meetings/texts.ts';
import { fr as notifications } from '../features/notifications/texts.ts';
import { fr as opinions } from '../features/opinions/texts.ts';
import { fr as organisations } from '../features/organisations/texts.ts';
import { fr as patients } from '../features/patients/texts.ts';
import { fr as planning } from '../features/planning/texts.ts';
import { fr as portal } from '../features/portal/texts.ts';
import { fr as presenting } from '../features/presenting/texts.ts';
import { fr as reports } from '../features/reports/texts.ts';
import { fr as sync } from '../sync/texts.ts';
import { fr as ui } from '../ui/texts.ts';
import { fr as app } from './texts.ts';
import { readSetting, toLanguage, writeSetting } from '../lib/index.ts';

const french = {
  account,
  api,
  app,
  boards,
  cases,
  cohorts,
  directory,
  editor,
  files,
  home,
  meetings,
  notifications,
  opinions,
  organisations,
  patients,
  planning,
  portal,
  presenting,
  reports,
  sync,
  ui,
};
type Rooms = typeof french;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Rooms;
  }
}

/** English comes when it is asked for; French is part of the application. */
const fetchEnglish: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (_language, room) => (await import('./english.ts')).english[room as keyof Rooms],
};

/** Starts the catalogue: one namespace for each room's texts, French unless this browser remembers otherwise. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = toLanguage(language);
    writeSetting('language', language === 'fr' ? null : language);
  });
  await i18next
    .use(fetchEnglish)
    .use(initReactI18next)
    .init({
      resources: { fr: french },
      partialBundledLanguages: true,
      lng: toLanguage(readSetting('language')),
      fallbackLng: 'fr',
      ns: Object.keys(french),
      defaultNS: 'app',
      interpolation: { escapeValue: false },
    });
}
