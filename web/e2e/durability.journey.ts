import type { Page } from '@playwright/test';
import type { MeetingDetail } from '@concertation/shared/contracts';
import { expect, test } from './fixtures.ts';
import { expectSaved, joinMeeting, report, section, write } from './screens.ts';

async function openFirstCase(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: /LE GUEN Yves/ }).click();
  await expect(section(page, 'Anamnèse')).toBeVisible();
  await expectSaved(page);
}

// SYNC-1
test('the server is killed while two people type: what was called saved is there after its return, once', async ({
  person,
  product,
}) => {
  const [presenter, coordinator] = [await person('presenter'), await person('coordinator')];
  await openFirstCase(presenter.page);
  await openFirstCase(coordinator.page);
  await write(presenter.page, 'Anamnèse', ' Avant la panne.');
  await expectSaved(presenter.page);
  await product.end('SIGKILL');
  await expect(presenter.page.getByText('Hors ligne : gardé sur cet ordinateur').first()).toBeVisible();
  await write(presenter.page, 'Anamnèse', ' Pendant la panne.');
  await write(coordinator.page, 'Résumé clinique', ' Écrit hors ligne aussi.');
  await product.start();
  for (const { page } of [presenter, coordinator]) {
    await expect(section(page, 'Anamnèse')).toContainText('Avant la panne. Pendant la panne.', { timeout: 30_000 });
    await expect(section(page, 'Résumé clinique')).toContainText('Écrit hors ligne aussi.', { timeout: 30_000 });
    await expectSaved(page);
    const text = (await section(page, 'Anamnèse').textContent()) ?? '';
    expect(text.split('Avant la panne.').length).toBe(2);
    expect(text.split('Pendant la panne.').length).toBe(2);
  }
});

test('what is typed offline survives a reload and is merged on return, without a dialog', async ({ person }) => {
  const presenter = await person('presenter');
  const { page, context } = presenter;
  await openFirstCase(page);
  await context.setOffline(true);
  await expect(page.getByText('Hors ligne : gardé sur cet ordinateur').first()).toBeVisible();
  await write(page, 'Diagnostic', ' Noté dans l’ascenseur.');
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0);
  await context.setOffline(false);
  await page.reload();
  await expect(section(page, 'Diagnostic')).toContainText('Noté dans l’ascenseur.');
  await expectSaved(page);
  const coordinator = await person('coordinator');
  await openFirstCase(coordinator.page);
  await expect(section(coordinator.page, 'Diagnostic')).toContainText('Noté dans l’ascenseur.');
});

test('undo takes back one’s own words and leaves a colleague’s', async ({ person }) => {
  const [presenter, coordinator] = [await person('presenter'), await person('coordinator')];
  await openFirstCase(presenter.page);
  await openFirstCase(coordinator.page);
  await write(presenter.page, 'Résumé clinique', ' Phrase du chirurgien.');
  await expect(section(coordinator.page, 'Résumé clinique')).toContainText('Phrase du chirurgien.');
  await write(coordinator.page, 'Résumé clinique', ' Phrase de l’oncologue.');
  await expect(section(presenter.page, 'Résumé clinique')).toContainText('Phrase de l’oncologue.');
  await section(presenter.page, 'Résumé clinique').press('Control+z');
  await expect(section(coordinator.page, 'Résumé clinique')).not.toContainText('Phrase du chirurgien.');
  await expect(section(coordinator.page, 'Résumé clinique')).toContainText('Phrase de l’oncologue.');
});

// ACC-7
test('a withdrawn access closes the open sheet within seconds', async ({ person }) => {
  const [presenter, outsider] = [await person('presenter'), await person('outsider')];
  await openFirstCase(presenter.page);
  const address = presenter.page.url();
  await presenter.page.getByLabel('Ajouter un collègue').fill('Kerbrat');
  await presenter.page.getByRole('option', { name: /Kerbrat/ }).click();
  await presenter.page.getByRole('button', { name: 'Donner l’accès' }).click();
  await expect(presenter.page.getByText('Dr Paul Kerbrat a maintenant accès au dossier.')).toBeVisible();
  await outsider.page.goto(address);
  await expect(section(outsider.page, 'Anamnèse')).toBeVisible();
  await presenter.page.getByRole('button', { name: 'Retirer l’accès de Dr Paul Kerbrat' }).click();
  await presenter.page.getByRole('button', { name: 'Retirer l’accès', exact: true }).click();
  await expect(section(outsider.page, 'Anamnèse')).toHaveCount(0, { timeout: 5_000 });
});

// FRZ-5
test('what was typed offline in a report frozen meanwhile is kept for its writer, and merged nowhere', async ({
  person,
}) => {
  const [secretary, coordinator] = [await person('secretary'), await person('coordinator')];
  const { page, context } = secretary;
  await joinMeeting(secretary);
  await page
    .getByRole('button', { name: /BENALI Karim/ })
    .first()
    .click();
  const discussion = section(report(page), 'Discussion');
  await expect(discussion).toBeEditable();
  await context.setOffline(true);
  await write(report(page), 'Discussion', 'Trop tard.');
  await expect(page.getByText('Hors ligne : gardé sur cet ordinateur').first()).toBeVisible();

  const { request } = coordinator.context;
  const meetings = (await (await request.get('/api/meetings')).json()) as { meetingId: string; state: string }[];
  const running = meetings.find(({ state }) => state === 'running');
  const meeting = (await (await request.get(`/api/meetings/${running?.meetingId}`)).json()) as MeetingDetail;
  const line = meeting.presentations.find(({ patient }) => patient.birthName === 'BENALI');
  const check = { by: 'identity', birthName: 'Benali', birthDate: '1966-11-02' };
  const frozen = await request.post(`/api/reports/${line?.reportId}/freeze`, {
    data: { check, derogation: 'Relu en séance.' },
  });
  expect(frozen.status()).toBe(200);

  await context.setOffline(false);
  await expect(page.getByText('Votre texte n’a pas été intégré : le compte-rendu a été figé')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('Trop tard.').first()).toBeVisible();
  await joinMeeting(coordinator);
  await coordinator.page
    .getByRole('button', { name: /BENALI Karim/ })
    .first()
    .click();
  await expect(report(coordinator.page).getByRole('button', { name: 'Télécharger le PDF' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(section(report(coordinator.page), 'Discussion')).not.toContainText('Trop tard.');
});
