import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** A case of one's own, opened on its page. */
async function openNewCase({ context, page }: Person, birthName: string): Promise<string> {
  const traits = { birthName, birthGivenName: 'SOLENE', birthDate: '1961-11-23', sex: 'F' };
  const answer = await context.request.post('/api/cases', { data: traits });
  expect(answer.status(), await answer.text()).toBe(200);
  const { caseId } = (await answer.json()) as { caseId: string };
  await page.goto(`/dossiers/${caseId}`);
  return caseId;
}

const keep = async ({ page }: Person, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

const panelOf = ({ page }: Person) => page.locator('#correspondants');

// CM-38
test('the médecin traitant and a colleague are added with the keyboard, and one is removed', async ({ person }) => {
  const doctor = await person('referent');
  const { page } = doctor;
  await openNewCase(doctor, 'CORMORAN');
  const panel = panelOf(doctor);
  await expect(panel.getByText('Aucun correspondant')).toBeVisible();
  await expect(panel.getByText('recevront le compte-rendu dès qu’il sera signé')).toBeVisible();

  await panel.getByRole('button', { name: 'Ajouter un correspondant' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /En tant que/ })).toBeFocused();
  await panel.getByLabel('Titre, prénom et nom').focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Indiquez le nom de cette personne.')).toBeVisible();
  await expect(panel.getByLabel('Titre, prénom et nom')).toBeFocused();
  await page.keyboard.type('Dr Zoé Brun');
  await page.keyboard.press('Tab');
  await page.keyboard.type('zoe.brun');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Cette adresse n’est pas complète')).toBeVisible();
  await page.keyboard.type('@medecin.mssante.fr');
  await doctor.expectAccessible();
  await keep(doctor, 'correspondents-form');
  await page.keyboard.press('Enter');
  const practitioner = panel.getByRole('listitem').filter({ hasText: 'Dr Zoé Brun' });
  await expect(practitioner).toContainText('zoe.brun@medecin.mssante.fr');
  await expect(practitioner).toContainText('médecin traitant');
  await expect(panel.getByRole('button', { name: 'Ajouter un correspondant' })).toBeFocused();

  await panel.getByRole('button', { name: 'Ajouter un correspondant' }).press('Enter');
  await panel.getByLabel('A un compte ici').focus();
  await page.keyboard.press('Space');
  await panel.getByRole('combobox', { name: /^Collègue/ }).fill('Haddad');
  await page.getByRole('option', { name: /Haddad/ }).click();
  await panel.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByRole('listitem').last()).toContainText('Compte dans Concertation');
  await doctor.expectAccessible();
  await panel.scrollIntoViewIfNeeded();
  await keep(doctor, 'correspondents-desktop');

  await panel.getByRole('button', { name: 'Retirer Dr Zoé Brun des correspondants' }).press('Enter');
  const asked = page.getByRole('alertdialog', { name: 'Retirer ce correspondant ?' });
  await asked.getByRole('button', { name: 'Retirer' }).press('Enter');
  await expect(practitioner).toHaveCount(0);
});

// CM-38
test('on a telephone, another médecin traitant takes the place of the first, seen by who has the case open', async ({
  person,
}) => {
  const [doctor, same] = [await person('referent', phone), await person('referent')];
  const caseId = await openNewCase(doctor, 'BALBUZARD');
  await same.page.goto(`/dossiers/${caseId}`);
  const add = async (name: string, address: string) => {
    const panel = panelOf(doctor);
    await panel.getByRole('button', { name: 'Ajouter un correspondant' }).click();
    await panel.getByLabel('Titre, prénom et nom').fill(name);
    if (address) await panel.getByLabel('Adresse de messagerie sécurisée').fill(address);
  };
  await add('Dr Aïssata Diallo', '');
  await panelOf(doctor).getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(panelOf(same).getByText('Dr Aïssata Diallo')).toBeVisible();
  await expect(panelOf(doctor).getByText('Aucune adresse', { exact: false })).toBeVisible();

  await add('Dr Camille Durand', 'camille.durand-de-la-tour-saint-jean@chirurgiens-dentistes.mssante.fr');
  await panelOf(doctor).getByRole('button', { name: 'En tant que' }).click();
  await doctor.page.getByRole('option', { name: 'médecin traitant' }).click();
  await expect(panelOf(doctor).getByText('Prend la place de Dr Aïssata Diallo.')).toBeVisible();
  await panelOf(doctor).getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(panelOf(same).getByText('Dr Camille Durand')).toBeVisible();
  await expect(panelOf(same).getByText('Dr Aïssata Diallo')).toHaveCount(0);
  await expectNoSidewaysScroll(doctor.page);
  await doctor.expectAccessible();
  await panelOf(doctor).scrollIntoViewIfNeeded();
  await keep(doctor, 'correspondents-390');
});
