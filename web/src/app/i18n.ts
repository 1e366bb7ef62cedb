import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as api from '../api/texts.ts';
import * as editor from '../editor/texts.ts';
import * as account from '../features/account/texts.ts';
import * as boards from '../features/boards/texts.ts';
import * as cases from '../features/cases/texts.ts';
import * as cohorts from '../features/cohorts/texts.ts';
import * as directory from '../features/directory/texts.ts';
import * as files from '../features/files/texts.ts';
import * as home from '../features/home/texts.ts';
import * as meetings from '../features/meetings/texts.ts';
import * as notifications from '../features/notifications/texts.ts';
import * as opinions from '../features/opinions/texts.ts';
import * as organisations from '../features/organisations/texts.ts';
import * as patients from '../features/patients/texts.ts';
import * as portal from '../features/portal/texts.ts';
import * as planning from '../features/planning/texts.ts';
import * as presenting from '../features/presenting/texts.ts';
import * as reports from '../features/reports/texts.ts';
import { readSetting, toLanguage, writeSetting } from '../lib/index.ts';
import * as sync from '../sync/texts.ts';
import * as ui from '../ui/texts.ts';
import * as app from './texts.ts';

const rooms = {
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
type Rooms = typeof rooms;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { [Room in keyof Rooms]: Rooms[Room]['fr'] };
  }
}

function inLanguage(language: 'fr' | 'en') {
  return Object.fromEntries(Object.entries(rooms).map(([room, texts]) => [room, texts[language]]));
}

/** Starts the catalogue: one namespace for each room's texts, French unless this browser remembers otherwise. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = toLanguage(language);
    writeSetting('language', language === 'fr' ? null : language);
  });
  await i18next.use(initReactI18next).init({
    resources: { fr: inLanguage('fr'), en: inLanguage('en') },
    lng: toLanguage(readSetting('language')),
    fallbackLng: 'fr',
    ns: Object.keys(rooms),
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  });
}
