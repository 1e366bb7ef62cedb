import { fr as editor } from '../editor/texts.ts';
import { fr as account } from '../features/account/texts.ts';
import { fr as administration } from '../features/administration/texts.ts';
import { fr as boards } from '../features/boards/texts.ts';
import { fr as call } from '../features/call/texts.ts';
import { fr as cases } from '../features/cases/texts.ts';
import { fr as cohorts } from '../features/cohorts/texts.ts';
import { fr as directory } from '../features/directory/texts.ts';
import { fr as emergency } from '../features/emergency/texts.ts';
import { fr as files } from '../features/files/texts.ts';
import { fr as guests } from '../features/guests/texts.ts';
import { fr as meetings } from '../features/meetings/texts.ts';
import { fr as messages } from '../features/messages/texts.ts';
import { fr as opinions } from '../features/opinions/texts.ts';
import { fr as patients } from '../features/patients/texts.ts';
import { fr as planning } from '../features/planning/texts.ts';
import { fr as presenting } from '../features/presenting/texts.ts';
import { fr as registration } from '../features/registration/texts.ts';
import { fr as reports } from '../features/reports/texts.ts';
import { fr as verification } from '../features/verification/texts.ts';
import { fr as sync } from '../sync/texts.ts';

/** What the pages after the first ones say. */
export const french = {
  account,
  administration,
  boards,
  call,
  cases,
  cohorts,
  directory,
  editor,
  emergency,
  files,
  guests,
  meetings,
  messages,
  opinions,
  patients,
  planning,
  presenting,
  registration,
  reports,
  sync,
  verification,
};
