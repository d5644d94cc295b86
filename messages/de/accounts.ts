export const accounts = {
  loginTitle: "Anmelden",
  loginIntro: "Willkommen zurück.",
  email: "E-Mail-Adresse",
  password: "Passwort",
  organization: "Organisation",
  logIn: "Anmelden",
  forgottenPassword: "Passwort vergessen?",
  sessionEnded:
    "Ihre Sitzung ist beendet. Kommt das unerwartet, fragen Sie einen Admin Ihrer Organisation.",
  passwordWasReset: "Ihr neues Passwort gilt. Bitte melden Sie sich damit an.",
  forgottenTitle: "Passwort vergessen",
  forgottenIntro:
    "Geben Sie Ihre Adresse ein, und wir senden Ihnen einen Link für ein neues Passwort.",
  sendResetLink: "Link senden",
  forgottenDone:
    "Gehört diese Adresse zu einem Konto, ist ein Link unterwegs. Er gilt einmal und 30 Minuten lang.",
  backToLogin: "Zurück zur Anmeldung",
  resetTitle: "Neues Passwort setzen",
  resetIntro: "Für {email}. Alle Ihre Sitzungen werden beendet.",
  newPassword: "Neues Passwort",
  setPassword: "Passwort setzen",
  addressTitle: "Adresse bestätigen",
  addressIntroOld: "Die Adresse Ihres Kontos ändert sich von {oldEmail} zu {newEmail}.",
  addressIntroNew: "{newEmail} wird die Adresse Ihres Kontos bei {organizationName}.",
  confirmAddress: "Bestätigen",
  addressDone: "Die Adresse ist geändert",
  addressDoneText: "Melden Sie sich ab jetzt mit {newEmail} an.",
  addressHalf: "Bestätigt",
  addressHalfText:
    "Bestätigen Sie nun auch in der Nachricht an die andere Adresse. Dann wird die Änderung gemacht.",
  addressDeadTitle: "Dieser Link bewirkt nichts mehr",
  addressDeadText:
    "Er wurde schon verwendet, zurückgezogen oder ist älter als ein Tag. Verlangen Sie die Änderung in Ihrem Konto noch einmal.",
  resetDeadTitle: "Dieser Link gilt nicht mehr",
  resetDeadText:
    "Er wurde schon benutzt, durch einen neueren ersetzt, oder seine 30 Minuten sind um. Senden Sie sich einen neuen.",
};

export const invite = {
  title: "Einladung",
  heading: "Willkommen bei {organization}",
  intro:
    "{inviter} lädt Sie ein, mit Wattdesk in der Rolle <strong>{role}</strong> zu arbeiten. Wählen Sie ein Passwort und prüfen Sie Ihre Angaben.",
  account: "Sie melden sich künftig als {email} an.",
  choosePassword: "Passwort wählen",
  firstName: "Vorname",
  lastName: "Nachname",
  phone: "Telefon",
  terms: "Ich stimme den <link>Nutzungsbedingungen</link> zu.",
  accept: "Annehmen und anmelden",
  expires: "Diese Einladung gilt bis {moment}.",
  toLogin: "Zur Anmeldung",
  unknownTitle: "Diesen Link kennen wir nicht",
  unknownText:
    "Vielleicht wurde er in der Mail abgeschnitten. Kopieren Sie den ganzen Link in die Adresszeile, oder bitten Sie die einladende Person, ihn noch einmal zu senden.",
  expiredTitle: "Diese Einladung ist abgelaufen",
  expiredText:
    "Einladungen gelten sieben Tage. Bitten Sie {inviter} von {organization} um eine neue.",
  revokedTitle: "Diese Einladung wurde zurückgezogen",
  revokedText:
    "Vielleicht liegt eine neuere in Ihrem Postfach. Sonst fragen Sie {inviter} von {organization}.",
  acceptedTitle: "Sie sind schon dabei",
  acceptedText:
    "Diese Einladung zu {organization} wurde benutzt. Melden Sie sich mit dem gewählten Passwort an; waren Sie das nicht, hilft {inviter}.",
};

export const account = {
  exportSeparator: "Exportierte Dateien",
  exportSeparatorHint:
    "Was die Zellen von CSV-Dateien trennt. Deutsche Tabellenprogramme erwarten den Strichpunkt.",
  exportSeparators: {
    byLanguage: "Wie in der Sprache üblich",
    semicolon: "Strichpunkt (;)",
    comma: "Beistrich (,)",
  },
  title: "Ihr Konto",
  profile: "Profil",
  firstName: "Vorname",
  lastName: "Nachname",
  phone: "Telefon",
  save: "Speichern",
  changePassword: "Passwort ändern",
  changePasswordHint: "Ihre anderen Sitzungen enden, und Sie bekommen eine Mail darüber.",
  currentPassword: "Aktuelles Passwort",
  newPassword: "Neues Passwort",
  changeAddress: "Adresse ändern",
  changeAddressHint: "Beide Adressen müssen es bestätigen, die jetzige und die neue.",
  newAddress: "Neue E-Mail-Adresse",
  sendConfirmations: "Bestätigungen senden",
  addressWaiting: "Wartet auf die Änderung zu {email}",
  addressWaitingOld: "Ihre jetzige Adresse hat noch nicht bestätigt.",
  addressWaitingNew: "Die neue Adresse hat noch nicht bestätigt.",
  withdrawAddress: "Zurückziehen",
  tokens: "Persönliche Token",
  tokensHint: "Für Programme, die über die API in Ihrem Namen handeln.",
  tokensManage: "Verwalten",
  secondFactor: "Zweiter Faktor",
  secondFactorHint: "Beweist neben dem Passwort, dass Sie es sind.",
  secondFactorSetUp: "Einrichten",
  secondFactorCount:
    "{count, plural, =0 {Noch keiner ist eingerichtet.} one {Einer ist eingerichtet.} other {# sind eingerichtet.}}",
  sessions: "Offene Sitzungen",
  sessionsHint:
    "Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie Ihr Passwort.",
  endOthers: "Alle anderen Sitzungen beenden",
  saved: {
    profile: "Ihr Profil ist gespeichert.",
    password: "Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.",
    sessions: "Alle anderen Sitzungen sind beendet.",
    address: "Zwei Nachrichten sind unterwegs. Bestätigen Sie in beiden.",
    addressWithdrawn: "Die Adressänderung ist zurückgezogen.",
    session: "Die Sitzung ist beendet.",
  },
};

export const sessions = {
  title: "Offene Sitzungen",
  none: "Nirgends angemeldet.",
  unknownDevice: "Unbekanntes Gerät",
  since: "seit",
  lastSeen: "zuletzt",
  this: "Diese Sitzung",
  end: "Sitzung beenden",
  endAll: "Alle Sitzungen beenden",
};

export const me = {
  title: "Mein Zuhause",
  greeting: "Guten Tag, {name}",
  description: "Ihre Geräte und was wir über Sie wissen.",
  account: "Konto",
  name: "Name",
};

export const terms = {
  title: "Nutzungsbedingungen",
  version: "Fassung {version}",
  settingsHint: "Wozu sich alle verpflichten, die sich anmelden. Markdown, in beiden Sprachen.",
  versions: "Fassungen",
  builtIn: "Kommen mit Wattdesk und gelten, bis Sie eigene veröffentlichen.",
  publish: "Neue Fassung veröffentlichen",
  publishHint:
    "Alle werden mit dem nächsten Klick gefragt, auch Sie, und erreichen nichts, bis sie zugestimmt haben.",
  textEn: "Englischer Text",
  textDe: "Deutscher Text",
  textHint: "Markdown; # macht eine Überschrift.",
  summary: "Was sich geändert hat",
  summaryHint: "Steht über den Bedingungen, wenn gefragt wird.",
  accept: "Zustimmen",
  acceptLabel: "Ich habe die Nutzungsbedingungen gelesen und stimme ihnen zu.",
  accepted: "Sie haben diesen Bedingungen zugestimmt.",
  mustAccept:
    "Ihre Organisation hat neue Nutzungsbedingungen. Bitte lesen Sie sie und stimmen Sie zu, um weiterzumachen.",
  purposeTitle: "Wozu Wattdesk dient",
  purposeText:
    "Mit Wattdesk betreut Ihre Organisation ihre Kunden und deren Geräte. Benutzen Sie es nur für diese Arbeit und nur, soweit Ihre Rolle reicht.",
  accountTitle: "Ihr Konto",
  accountText:
    "Das Konto gehört Ihnen allein. Behalten Sie Ihr Passwort für sich, und sagen Sie sofort einem Admin Bescheid, wenn Sie glauben, dass jemand anderes es benutzt hat.",
  dataTitle: "Daten der Kunden",
  dataText:
    "Was Sie über Kunden sehen, ist vertraulich. Schlagen Sie nur nach, was der Fall verlangt, und nehmen Sie ohne dienstlichen Grund nichts aus Wattdesk mit.",
  recordsTitle: "Aufzeichnungen",
  recordsText:
    "Was Sie in Wattdesk ändern, wird mit Namen, Zeit und Netzwerkadresse aufgezeichnet, und die Admins Ihrer Organisation können diese Aufzeichnungen lesen.",
  endTitle: "Das Ende des Zugangs",
  endText:
    "Ihre Organisation kann Ihren Zugang jederzeit beenden. Was Sie bis dahin getan haben, bleibt aufgezeichnet.",
};

export const mailbox = {
  title: "Postfach",
  description:
    "Alle Mails dieser Demo, wie ihre Leser sie sehen. Es gibt sie nur in Demo und Entwicklung.",
  none: "Noch keine Mail",
  one: "Mail",
  from: "Von",
  to: "An",
  received: "Eingegangen",
  plainText: "Nur Text",
};
