import { expect, type Person, test } from './fixtures.ts';
import { press, reach } from './keys.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 720 };

/** Each new screen: accessible, and within its width on a desktop and on a telephone. */
async function look(person: Person, name: string): Promise<void> {
  const { page } = person;
  for (const [where, size] of [
    ['desktop', desktop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size);
    await person.expectAccessible();
    await expectNoSidewaysScroll(page);
    if (shots) await page.screenshot({ path: `${shots}/emergency-${name}-${where}.png` });
  }
}

const patient = { birthName: 'LEHERICEY', birthGivenName: 'SUZANNE', birthDate: '1949-02-11', sex: 'F' };
const reason = 'Détresse respiratoire aux urgences, traitement en cours inconnu.';
const banner = /^Accès en urgence jusqu’à \d+\sh\s\d\d/;

async function newCase({ page }: Person): Promise<string> {
  const answer = await page.request.post('/api/cases', { data: patient });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { caseId: string }).caseId;
}

// EMR-1, EMR-2, EMR-3, EMR-6, ADM-7; issue 5 section 6: « bris de glace »
test('a case is opened in an emergency without a mouse; its owner is told, reads why and withdraws it; the audit shows it in red', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const owner = await person('presenter');
  const caseId = await newCase(owner);
  const outsider = await person('outsider', { viewport: phone });
  const { page } = outsider;
  const dialog = page.getByRole('dialog', { name: 'Accès en urgence' });
  const open = dialog.getByRole('button', { name: 'Ouvrir le dossier en urgence' });

  await test.step('who has no number is not offered it', async () => {
    const secretary = await person('secretary');
    await secretary.page.goto(`/dossiers/${caseId}`);
    await expect(secretary.page.getByText('Ce dossier ne vous est pas accessible')).toBeVisible();
    await expect(secretary.page.getByRole('button', { name: 'Accès en urgence' })).toHaveCount(0);
  });

  await test.step('the dialog says what follows; without a reason, nothing is sent', async () => {
    await page.goto(`/dossiers/${caseId}`);
    await expect(page.getByText('Ce dossier ne vous est pas accessible')).toBeVisible();
    await look(outsider, 'refused');
    await press(page, page.getByRole('button', { name: 'Accès en urgence' }));
    await expect(dialog.getByText('sont avertis aussitôt', { exact: false })).toBeVisible();
    await look(outsider, 'dialog');
    await reach(page, dialog.getByLabel(/^Nom de naissance/));
    await page.keyboard.type('lehericey');
    await reach(page, dialog.getByLabel(/^Prénom de naissance/));
    await page.keyboard.type('Suzane');
    await reach(page, dialog.getByLabel(/^Date de naissance/));
    await page.keyboard.type('11/02/1949');
    await reach(page, dialog.getByRole('radio', { name: 'Féminin' }));
    await page.keyboard.press('Space');
    await reach(page, dialog.getByLabel(/^Motif/));
    await page.keyboard.type('Urgence.');
    await press(page, open);
    await expect(dialog.getByText('Écrivez pourquoi, en 20 caractères au moins.')).toBeVisible();
  });

  await test.step('one letter away, it is refused in words, and what was typed stays', async () => {
    await reach(page, dialog.getByLabel(/^Motif/));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(reason);
    await press(page, open);
    await expect(dialog.getByText('Aucun dossier n’a pu être ouvert avec ces traits')).toBeInViewport();
    if (shots) await page.screenshot({ path: `${shots}/emergency-wrong-seen.png` });
    await look(outsider, 'wrong');
    await expect(dialog.getByLabel(/^Motif/)).toHaveValue(reason);
    await reach(page, dialog.getByLabel(/^Prénom de naissance/));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Suzanne');
  });

  await test.step('the case opens, in reading, under a red banner', async () => {
    await press(page, open);
    await expect(page.getByText(banner)).toBeVisible();
    await expect(page).toHaveTitle(/LEHERICEY/);
    await expect(page.getByRole('region', { name: 'Accès en urgence' })).toHaveCount(0);
    await look(outsider, 'case');
  });

  await test.step('its owner is told, and reads who and why on the case', async () => {
    const told = owner.page;
    await told.goto('/notifications');
    await told.getByText('Dr Paul Kerbrat a ouvert un de vos dossiers en urgence').first().click();
    await expect(told).toHaveURL(new RegExp(caseId));
    const panel = told.getByRole('region', { name: 'Accès en urgence' });
    await expect(panel.getByText(reason)).toBeVisible();
    await expect(panel.getByText(/^Ouvert jusqu’à/)).toBeVisible();
    await panel.scrollIntoViewIfNeeded();
    await look(owner, 'owner');
    await told.goto('/compte#rgpd');
    await expect(
      told.getByText('Dossier dont vous répondez ouvert en urgence', { exact: false }).first(),
    ).toBeVisible();
    await expect(told.getByText(reason)).toHaveCount(0);
  });

  await test.step('an administrator finds it in red in the audit, without the reason', async () => {
    const administrator = await person('administrator');
    const audit = administrator.page;
    await audit.goto('/administration/journal');
    await audit.getByText('Seulement ce qui est signalé').click();
    const line = audit.getByRole('listitem').filter({ hasText: 'Dossier ouvert en urgence' }).first();
    await expect(line).toContainText('Paul Kerbrat');
    await expect(line).toContainText('Signalé');
    await expect(audit.getByText('Accès en urgence refusé').first()).toBeVisible();
    await expect(audit.getByText(reason)).toHaveCount(0);
    await look(administrator, 'audit');
    await audit.getByText('Seulement ce qui est signalé').click();
    await audit.getByRole('combobox', { name: 'Nature de l’acte' }).fill('en urgence');
    await audit.getByRole('option', { name: 'Dossier ouvert en urgence' }).click();
    await expect(audit.getByRole('listitem').filter({ hasText: 'Journal des actes consulté' })).toHaveCount(0);
    await expect(line).toBeVisible();
  });

  await test.step('the owner takes it back: the page closes where it was open', async () => {
    const told = owner.page;
    await told.setViewportSize(desktop);
    await told.goto(`/dossiers/${caseId}`);
    await told.getByRole('button', { name: 'Retirer l’accès de Dr Paul Kerbrat' }).click();
    await told.getByRole('alertdialog').getByRole('button', { name: 'Retirer l’accès' }).click();
    await expect(told.getByRole('region', { name: 'Accès en urgence' }).getByText('Terminé')).toBeVisible();
    await expect(page.getByText('Ce dossier ne vous est pas accessible')).toBeVisible();
  });
});
