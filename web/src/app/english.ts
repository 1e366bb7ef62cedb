import { en as api } from '../api/texts-en.ts';
import { en as editor } from '../editor/texts-en.ts';
import { en as account } from '../features/account/texts-en.ts';
import { en as administration } from '../features/administration/texts-en.ts';
import { en as boards } from '../features/boards/texts-en.ts';
import { en as call } from '../features/call/texts-en.ts';
import { en as cases } from '../features/cases/texts-en.ts';
import { en as cohorts } from '../features/cohorts/texts-en.ts';
import { en as deliveries } from '../features/deliveries/texts-en.ts';
import { en as directory } from '../features/directory/texts-en.ts';
import { en as emergency } from '../features/emergency/texts-en.ts';
import { en as files } from '../features/files/texts-en.ts';
import { en as guests } from '../features/guests/texts-en.ts';
import { en as home } from '../features/home/texts-en.ts';
import { en as meetings } from '../features/meetings/texts-en.ts';
import { en as messages } from '../features/messages/texts-en.ts';
import { en as notifications } from '../features/notifications/texts-en.ts';
import { en as opinions } from '../features/opinions/texts-en.ts';
import { en as organisations } from '../features/organisations/texts-en.ts';
import { en as patients } from '../features/patients/texts-en.ts';
import { en as planning } from '../features/planning/texts-en.ts';
import { en as portal } from '../features/portal/texts-en.ts';
import { en as presenting } from '../features/presenting/texts-en.ts';
import { en as registration } from '../features/registration/texts-en.ts';
import { en as reports } from '../features/reports/texts-en.ts';
import { en as signingIn } from '../features/signing-in/texts-en.ts';
import { en as verification } from '../features/verification/texts-en.ts';
import { en as sync } from '../sync/texts-en.ts';
import { en as ui } from '../ui/texts-en.ts';
import { en as app } from './texts-en.ts';

/** Every room's texts in English, fetched by who asks for them: the first page is not made to wait. */
export const english = {
  account,
  administration,
  api,
  app,
  boards,
  call,
  cases,
  cohorts,
  deliveries,
  directory,
  editor,
  emergency,
  files,
  guests,
  home,
  meetings,
  messages,
  notifications,
  opinions,
  organisations,
  patients,
  planning,
  portal,
  presenting,
  registration,
  reports,
  signingIn,
  sync,
  ui,
  verification,
};
