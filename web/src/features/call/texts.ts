import { fr as after } from './after/texts.ts';
import { fr as controls } from './controls/texts.ts';
import { fr as greenRoom } from './green-room/texts.ts';
import { fr as side } from './side/texts.ts';

export const fr = {
  ...after,
  ...controls,
  ...greenRoom,
  ...side,
  entry: {
    join: 'Rejoindre la visioconférence',
    inside_one: '{{count}} personne y est',
    inside_other: '{{count}} personnes y sont',
    names: 'Personnes dans la visioconférence',
    preparing: 'Préparation du moteur vidéo…',
    preparingHow: 'Préparation du moteur vidéo : {{step}}',
    percent: '{{count}} %',
    unavailable: 'Visioconférence indisponible sur ce serveur',
    unavailableWords: 'La liste, les fiches et les comptes-rendus fonctionnent : réunissez-vous par téléphone.',
    reason: 'Raison : {{reason}}',
    bridge: 'Pont téléphonique : {{details}}',
    removed: 'Vous avez été retiré de cette visioconférence. Adressez-vous au coordonnateur de la réunion.',
    locked: 'La visioconférence est verrouillée : seules les personnes qui y sont déjà peuvent y revenir.',
  },
  waiting: {
    title: 'Le coordonnateur va vous admettre',
    words: 'Vous entrerez sans rien faire de plus. Cette page peut rester ouverte.',
    joining: 'Entrée dans la visioconférence…',
    cancel: 'Annuler',
  },
  area: {
    label: 'Visioconférence',
    faces: 'Participants à l’image',
    more_one: 'et {{count}} autre',
    more_other: 'et {{count}} autres',
    stage: 'Image principale',
    alone: 'Vous êtes seul pour le moment. Les autres entrent dès qu’ils rejoignent.',
    poppedOut: 'La visioconférence est ouverte dans une autre fenêtre.',
    bringBack: 'La ramener ici',
    popOutTitle: 'Visioconférence · {{name}}',
  },
  tile: {
    you: '{{name}} (vous)',
    muted: 'micro coupé',
    noMicrophone: 'sans micro',
    hand: 'main levée',
    speaking: 'parle',
    lost: 'Connexion perdue',
    quality_fair: 'Connexion moyenne',
    quality_poor: 'Connexion faible',
    screenOf: 'Écran partagé par {{name}}',
    myScreen: 'Vous partagez votre écran',
    videoPaused: 'Vidéo suspendue : le son reste prioritaire',
  },
  pointer: {
    tool: 'Pointeur partagé',
    hint: 'Pointeur partagé : déplacez-le à la souris, ou avec les flèches du clavier ; Échap le retire.',
    surface: 'Écran partagé, à désigner avec le pointeur',
  },
  banner: {
    reconnecting: 'Connexion perdue, reprise en cours…',
    reconnectingWords: 'Le dossier et le compte-rendu restent enregistrés.',
    reduced: 'Votre connexion est trop faible pour la vidéo : le son est gardé, l’image reviendra d’elle-même.',
    cannotHear_one: '{{count}} signalement : « Je n’entends pas »',
    cannotHear_other: '{{count}} signalements : « Je n’entends pas »',
    cannotHearWords: 'Signalement anonyme. Demandez si tout le monde entend, ou faites couper les micros inutiles.',
    seen: 'J’ai vu',
  },
  notice: {
    muted: 'Votre micro a été coupé par la personne qui conduit la réunion.',
    screen_ended: 'Votre partage d’écran est terminé.',
    video_reduced: 'Connexion faible : la vidéo est suspendue, le son est gardé.',
    video_restored: 'La connexion est meilleure : la vidéo est de retour.',
    chair: 'Vous conduisez maintenant la visioconférence.',
    microphone_failed:
      'Votre micro ne fonctionne pas : on ne vous entend pas. Vérifiez qu’il est branché, autorisé et libre, puis réactivez-le.',
    camera_failed:
      'Votre caméra ne fonctionne pas : on ne vous voit pas. Vérifiez qu’elle est branchée, autorisée et libre, puis réactivez-la.',
    screen_failed:
      'L’écran n’a pas pu être partagé. Vérifiez que le système l’autorise pour ce navigateur, puis réessayez.',
    cannotHearLost:
      'Vous n’êtes plus relié à la visioconférence : c’est pourquoi vous n’entendez pas. Elle reprend d’elle-même.',
    cannotHearSent: 'Signalé, sans votre nom, à la personne qui conduit la réunion.',
  },
  said: {
    arrived: '{{names}} : entrée dans la visioconférence.',
    left: '{{names}} : sortie de la visioconférence.',
    hand: '{{names}} : main levée.',
    waiting: '{{names}} : demande à entrer.',
    shares: '{{names}} partage son écran.',
  },
  dock: {
    label: 'Visioconférence en cours',
    back: 'Revenir à la réunion',
    speaks: '{{name}} parle',
    nobody: 'En visioconférence',
  },
};
