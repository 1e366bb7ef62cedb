import { addVirtualAuthenticator, expect, type Person, test } from './fixtures.ts';
import { demonstrationCode, demonstrationLink, goToStep, lookAtAccounts, registerByHand } from './registering.ts';

const confirmation = /http\S+\/inscription\/confirmation#[\w-]+/;
const password = 'quatre mots tout à fait sans rapport';

const menu = ({ page }: Person) => page.getByRole('button', { name: /^Menu du compte/ });

async function signOut(person: Person): Promise<void> {
  await menu(person).click();
  await person.page.getByRole('menuitem', { name: 'Déconnexion' }).click();
  await expect(person.page.getByText('Vous êtes déconnecté.')).toBeVisible();
}

// SC-09, SC-10, SC-12, SC-13, SC-14, SC-16, SC-17, SC-18, SC-19, SC-20, SC-21, SC-22, SC-42, SC-45, SC-53, SC-54, PA-11, PA-13, PA-14, PA-17, PA-18, PA-19
test('a doctor registers by the directory, signs in with a code, installs a permanent key, and signs in with two gestures', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const doctor = await person();
  const { page } = doctor;
  const email = `elodie.arnaud.${Date.now()}@hopital-exemple.fr`;

  await test.step('finds herself in the directory, with a word spelt otherwise', async () => {
    await page.goto('/connexion');
    await lookAtAccounts(doctor, 'sign-in');
    await page.getByRole('link', { name: 'S’inscrire' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Créez votre compte' })).toBeFocused();
    await expect(page.getByText('Bienvenue dans l’assistant d’inscription', { exact: false })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'S’identifier par adresse e-mail' })).toBeVisible();
    await expect(page.getByText('Si vous n’avez pas de numéro RPPS', { exact: false })).toBeVisible();
    await lookAtAccounts(doctor, 'choice');
    await page.getByRole('button', { name: 'En recherchant dans l’annuaire RPPS (1)' }).click();
    const search = page.getByRole('searchbox', { name: 'Indiquez votre nom, ou prénom ou numéro RPPS' });
    await expect(search).toBeFocused();
    await search.fill('arnaud elodie');
    const mine = page.getByRole('button', { name: /ARNAUD Élodie.*Pneumologie.*Ville-Exemple.*RPPS \d{11}/ });
    await expect(mine).toBeVisible();
    await lookAtAccounts(doctor, 'directory');
    await mine.focus();
    await page.keyboard.press('Enter');
  });

  await test.step('checks the filled form, and completes it; what is missing is named', async () => {
    await expect(page.getByText('Vérifiez, modifiez si besoin les champs', { exact: false })).toBeVisible();
    await expect(page.getByLabel(/^Nom($| \()/)).toHaveValue('Arnaud');
    await expect(page.getByLabel(/^Numéro RPPS/)).toHaveValue(/^\d{11}$/);
    await expect(page.getByRole('radio', { name: 'Professionnel de santé avec un numéro RPPS' })).toBeChecked();
    await lookAtAccounts(doctor, 'you');
    await goToStep(doctor, 2, 'Contact, services et confidentialité');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByText('Indiquez un numéro de téléphone', { exact: false })).toBeVisible();
    await expect(page.getByLabel('Adresse e-mail professionnelle')).toBeFocused();
    await page.getByLabel('Adresse e-mail professionnelle').fill(email);
    await page.getByLabel('Numéro de téléphone mobile').fill('06 39 98 12 34');
    await page.getByText('Pourquoi nous sollicitez ces informations ?').click();
    await expect(page.getByText('Aucun confrère ne le voit', { exact: false })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Adresse e-mail professionnelle')).toHaveValue(email);
    await expect(page.getByRole('checkbox', { name: /^Cohortes/ })).toBeChecked();
    await page.getByText('Cohortes', { exact: true }).click();
    await page.getByText('Je ne la partage pas').click();
    await lookAtAccounts(doctor, 'contact');
    await goToStep(doctor, 3, 'Ce qui ouvrira votre compte');
    await page.getByText('Un mot de passe et un code').click();
    const field = page.getByRole('textbox', { name: /^Mot de passe/ });
    await field.fill('court');
    await expect(page.getByText('Encore 7 caractères')).toBeVisible();
    await field.fill(password);
    await page.getByText('J’ai lu et j’accepte', { exact: false }).click();
    await lookAtAccounts(doctor, 'form');
    await test.step('going back and forth loses nothing, the password included', async () => {
      await page.getByRole('button', { name: 'Étape précédente' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /^Créez votre compte · Étape 2 sur 3/ })).toBeFocused();
      await expect(page.getByRole('checkbox', { name: /^Cohortes/ })).not.toBeChecked();
      await page.getByRole('button', { name: 'Étape précédente' }).click();
      await expect(page.getByLabel(/^Nom($| \()/)).toHaveValue('Arnaud');
      await goToStep(doctor, 2, 'Contact, services et confidentialité');
      await goToStep(doctor, 3, 'Ce qui ouvrira votre compte');
      await expect(page.getByRole('textbox', { name: /^Mot de passe/ })).toHaveValue(password);
    });
    await page.getByRole('button', { name: 'S’inscrire', exact: true }).click();
    await expect(
      page.getByText('Un mail vous est envoyé avec un lien de confirmation', { exact: false }),
    ).toBeVisible();
    await lookAtAccounts(doctor, 'sent');
  });

  await test.step('confirms by the mail, whose secret leaves the address', async () => {
    await page.goto(await demonstrationLink(doctor, email, confirmation));
    await expect(page).toHaveURL(/\/inscription\/confirmation$/);
    await lookAtAccounts(doctor, 'confirmation');
    await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
    await expect(page.getByLabel('Adresse e-mail')).toHaveValue(email);
  });

  await test.step('types her password again, and the code of the text message', async () => {
    const field = page.getByRole('textbox', { name: /^Mot de passe/ });
    await expect(field).toBeFocused();
    await lookAtAccounts(doctor, 'password-again');
    await field.fill('ce n’est pas le bon');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ce n’est pas le mot de passe choisi', { exact: false })).toBeVisible();
    await field.fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Votre compte est créé.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Code de confirmation' })).toBeVisible();
    await expect(page.getByText('au numéro qui finit par 34', { exact: false })).toBeVisible();
    await expect(page.getByText('Ce SMS peut mettre quelques instants à arriver.')).toBeVisible();
    await expect(page.getByText(/recevoir un nouveau code par e-mail dans/)).toBeVisible();
    await lookAtAccounts(doctor, 'code');
    const code = page.getByLabel('Code à 6 chiffres');
    await code.fill(await demonstrationCode(doctor, '1234'));
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    await expect(menu(doctor)).toContainText('Élodie ARNAUD');
    await expect(page.getByText(/Compte d’essai : il reste (29|30) jours/)).toBeVisible();
    const places = page.getByRole('navigation', { name: 'Navigation principale' });
    await expect(places.getByRole('link', { name: 'Staff' })).toBeVisible();
    await expect(places.getByRole('link', { name: 'Cohortes' })).toHaveCount(0);
    expect(await page.evaluate(() => sessionStorage.getItem('concertation.kept.registration'))).toBe(null);
    await lookAtAccounts(doctor, 'trial');
  });

  await addVirtualAuthenticator(doctor);
  await test.step('« Connexion sécurisée ? », a word, « Confirmer »', async () => {
    await menu(doctor).click();
    await page.getByRole('menuitem', { name: 'Connexion sécurisée ?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connexion sécurisée ?' });
    await expect(dialog.getByText('Une clé permanente vous évite', { exact: false })).toBeVisible();
    await lookAtAccounts(doctor, 'permanent-key');
    await dialog.getByLabel(/^Nom de la clé/).fill('Ordinateur du bureau');
    await dialog.getByRole('button', { name: 'Confirmer' }).click();
    await expect(page.getByText('La clé « Ordinateur du bureau » est ajoutée.')).toBeVisible();
    await lookAtAccounts(doctor, 'account');
  });

  await test.step('signs out, and in again with one press and her finger', async () => {
    // The invented finger takes up by itself whatever the address field proposes: here the browser proposes nothing.
    await page.evaluate(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
    await signOut(doctor);
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });

  await test.step('the browser proposes the key in the address field, and taking it up is enough', async () => {
    await menu(doctor).click();
    await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
    await expect(page).toHaveURL(/\/connexion/);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });
});

// SC-11, SC-15, SC-24, PA-13, PA-16, PA-24, PA-25
test('a secretary without RPPS number registers by hand with a passkey, asks to be validated, locks her screen', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const secretary = await person();
  const { page } = secretary;
  const email = `nour.essaidi.${Date.now()}@hopital-exemple.fr`;
  await addVirtualAuthenticator(secretary);

  await test.step('registers, and makes a passkey from the start', async () => {
    await page.goto('/inscription');
    await registerByHand(secretary, {
      title: 'Mme',
      givenName: 'Nour',
      familyName: 'Essaidi',
      profession: 'Secrétaire médicale',
      specialty: 'Secrétariat médical',
      email,
    });
    const link = await demonstrationLink(secretary, email, confirmation);
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
    await expect(page.getByRole('heading', { name: 'Votre clé d’accès' })).toBeVisible();
    await lookAtAccounts(secretary, 'first-passkey');
    await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    // The link served: a second reader of the mail gets nothing from it.
    const stranger = await person();
    await stranger.page.goto(link);
    await stranger.page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
    await expect(stranger.page.getByText('Ce lien a déjà servi ou a expiré', { exact: false })).toBeVisible();
  });

  await test.step('asks an administrator to validate her account', async () => {
    await page.getByRole('link', { name: 'Envoyer un justificatif' }).click();
    const panel = page.getByRole('region', { name: 'Justificatif professionnel' });
    await expect(panel).toBeInViewport();
    await panel.getByText('Demander à un administrateur').click();
    await panel.getByLabel('Message').fill('Secrétaire de la RCP de pneumologie.');
    await panel.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(panel.getByText('À l’étude', { exact: true })).toBeVisible();
    await lookAtAccounts(secretary, 'validation');
  });

  await test.step('chooses four digits for this browser, and locks its screen', async () => {
    const devices = page.getByRole('region', { name: 'Appareils et code à 4 chiffres' });
    await devices.getByRole('button', { name: 'Choisir un code' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Code à 4 chiffres/).fill('4271');
    await dialog.getByLabel(/^Le même/).fill('4272');
    await dialog.getByRole('button', { name: 'Enregistrer le code' }).click();
    await expect(dialog.getByText('Les deux codes ne sont pas les mêmes.')).toBeVisible();
    await dialog.getByLabel(/^Le même/).fill('4271');
    await dialog.getByRole('button', { name: 'Enregistrer le code' }).click();
    await expect(page.getByText('Le code de ce navigateur est enregistré.')).toBeVisible();
    // What is being typed outlives the lock.
    await page.getByRole('textbox', { name: 'Profession' }).fill('Assistante de RCP');
    await menu(secretary).click();
    await page.getByRole('menuitem', { name: 'Verrouiller l’écran' }).click();
    await expect(page.getByRole('heading', { name: 'Écran verrouillé' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeHidden();
    await lookAtAccounts(secretary, 'lock');
    await page.getByLabel(/^Votre code à 4 chiffres/).fill('0000');
    await expect(page.getByText('Ce code à 4 chiffres ne convient pas', { exact: false })).toBeVisible();
    await page.getByLabel(/^Votre code à 4 chiffres/).fill('4271');
    await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Profession' })).toHaveValue('Assistante de RCP');
  });

  await test.step('a screen that was locked stays so when the page is opened again; her key opens it', async () => {
    await menu(secretary).click();
    await page.getByRole('menuitem', { name: 'Verrouiller l’écran' }).click();
    await expect(page.getByRole('heading', { name: 'Écran verrouillé' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Écran verrouillé' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
  });
});
