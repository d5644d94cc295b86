export const shell = {
  description: "Die Geräte Ihrer Kunden und das Team, das sich um sie kümmert.",
  breadcrumbs: "Pfad",
  loading: "Wird geladen …",
  skipToContent: "Zum Inhalt springen",
  menu: "Menü",
  openMenu: "Menü öffnen",
  closeMenu: "Menü schließen",
  toProduction: "Zur Produktion",
  toSandbox: "Zur Testumgebung",
  sandbox: "Sandbox: Nichts hier berührt den Echtbetrieb",
  environment: "Umgebung",
  userMenu: "Kontomenü von {name}",
  account: "Ihr Konto",
  theme: "Darstellung",
  themeSystem: "Wie das System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  logOut: "Abmelden",
  errorTitle: "Bei uns ist etwas schiefgegangen",
  errorText:
    "Ihre Eingaben wurden dabei nicht gespeichert. Bitte versuchen Sie es erneut; bleibt es dabei, nennen Sie uns die Nummer unten.",
  errorNumber: "Nummer {number}",
  tryAgain: "Erneut versuchen",
  navigation: {
    dashboard: "Übersicht",
    users: "Endkunden",
    devices: "Geräte",
    team: "Team",
    handbook: "Handbuch",
    auditLog: "Protokoll",
    settings: "Einstellungen",
  },
};

export const messages = {
  notFoundTitle: "Hier ist nichts",
  notFoundText: "Die Adresse ist vielleicht vertippt, oder das Ziel gibt es nicht mehr.",
  forbiddenTitle: "Das gehört nicht zu Ihrer Rolle",
  forbiddenText: "Ein Admin Ihrer Organisation kann Ihnen sagen, wer das darf.",
  toStart: "Zur Startseite",
};

export const roles = {
  admin: "Admin",
  staff: "Support",
  user: "Endkunde",
  "server-to-server": "Server-zu-Server",
};

export const languages = {
  language: "Sprache",
  timeZone: "Zeitzone",
  en: "English",
  de: "Deutsch",
};

export const lists = {
  apply: "Anwenden",
  search: "Suche",
  activeFilters: "Aktive Filter",
  removeFilter: "Filter {label}: {value} entfernen",
  unknownFilter: "Unbekannter Filter „{name}“",
  clearAll: "Alle entfernen",
  pages: "Seiten",
  previous: "Zurück",
  next: "Weiter",
  total: "{count, plural, one {# Ergebnis} other {# Ergebnisse}}",
  moreThan: "Mehr als {count, number} Ergebnisse",
  overLimit: "über {number}",
  nothingFound: "Nichts gefunden",
  nothingFoundHint: "Versuchen Sie es mit weniger Wörtern oder ohne einen der Filter.",
};

export const forms = {
  optional: "freiwillig",
  yourPassword: "Ihr Passwort",
  yourPasswordHint: "Das ist heikel, darum fragen wir noch einmal. Es gilt zehn Minuten.",
  yourCode: "Code Ihres zweiten Faktors",
  yourCodeHint: "Sechs Ziffern Ihrer App oder ein Wiederherstellungscode. Es gilt zehn Minuten.",
  copy: "Kopieren",
  copied: "Kopiert",
  usePasskey: "Passkey verwenden",
  passkeyFailed:
    "Das hat nicht geklappt oder wurde abgebrochen. Versuchen Sie es erneut oder nehmen Sie einen anderen Weg.",
  pending: "Bitte warten …",
  problemTitle: "Etwas stimmt noch nicht",
};

export const password = {
  hint: "Mindestens {least} Zeichen. Ein paar Wörter ohne Zusammenhang ergeben ein gutes Passwort.",
  good: "Gutes Passwort.",
  strong: "Sehr gutes Passwort.",
};

export const problems = {
  required: "Bitte füllen Sie das aus.",
  format: "Das hat nicht die richtige Form.",
  choice: "Bitte wählen Sie eine der Möglichkeiten.",
  email: "Geben Sie eine E-Mail-Adresse wie name@firma.at ein.",
  phone: "Geben Sie eine Telefonnummer wie +43 660 1234567 ein.",
  country: "Geben Sie ein Länderkürzel aus zwei Buchstaben ein, etwa AT.",
  domains: "Geben Sie Domains wie firma.at ein, eine je Zeile.",
  terms: "Bitte stimmen Sie den Nutzungsbedingungen zu.",
  tooShort: "Geben Sie mindestens {limit} Zeichen ein.",
  tooLong: "Geben Sie höchstens {limit} Zeichen ein.",
  tooSmall: "Geben Sie {limit} oder mehr ein.",
  tooLarge: "Geben Sie {limit} oder weniger ein.",
  identityProof: "Bitte bestätigen Sie, dass Sie es sind. Alles Eingegebene steht noch hier.",
  identityProofWrong:
    "Das hat nicht gepasst. Bitte versuchen Sie es erneut; alles Eingegebene steht noch hier.",
  secondFactorCode:
    "Dieser Code passt nicht oder wurde schon benutzt. Codes wechseln alle 30 Sekunden.",
  secondFactorTooLate:
    "Seit Ihrem Passwort ist zu viel Zeit vergangen. Bitte melden Sie sich erneut an.",
  secondFactorRequired:
    "Ihre Organisation verlangt einen zweiten Faktor. Fügen Sie einen anderen hinzu, bevor Sie diesen entfernen.",
  noSecondFactor: "Richten Sie zuerst einen zweiten Faktor ein.",
  totpOfferExpired: "Dieser QR-Code ist zu alt. Laden Sie die Seite neu.",
  nudgedRecently:
    "In den letzten 24 Stunden ging schon eine Erinnerung hinaus. Geben Sie ein wenig Zeit.",
  nothingToNudge: "Es ist nichts mehr offen.",
  networks:
    "Geben Sie Adressen oder Netze wie 203.0.113.7 oder 203.0.113.0/24 ein, je Zeile eines.",
  noScope: "Wählen Sie mindestens eines, das der Zugang darf.",
  apiClientRevoked: "Dieser Zugang ist widerrufen. Legen Sie einen neuen an.",
  reviewOpen: "Eine Überprüfung ist schon offen. Schließen Sie sie zuerst ab.",
  reviewClosed: "Diese Überprüfung ist unterschrieben; an ihr ändert sich nichts mehr.",
  reviewDecided: "Über dieses Mitglied hat schon jemand entschieden.",
  reviewIncomplete: "Noch ist nicht über alle entschieden.",
  signature: "Geben Sie Ihren eigenen Namen ein, wie er unter dem Feld steht.",
  passkeyRefused: "Die Antwort des Browsers hat nicht gepasst. Bitte versuchen Sie es erneut.",
  noPasskey: "Sie haben keinen Passkey. Nehmen Sie einen Code.",
  moment: "Geben Sie Tag und Uhrzeit ein, die es in dieser Zeitzone gibt.",
  past: "Das liegt in der Vergangenheit. Wählen Sie einen späteren Zeitpunkt.",
  cursor: "Diese Seite der Liste gilt nicht mehr.",
  confirmation: "Das ist nicht, was unter dem Feld steht.",
  emailTaken: "Jemand in Ihrer Organisation hat diese Adresse bereits.",
  externalUserIdTaken: "Ein anderer Eintrag hat diese Nummer bereits.",
  emailDomain: "Nur Adressen dieser Domains können eingeladen werden: {limit}.",
  passwordCommon:
    "Dieses Passwort ist leicht zu erraten oder war schon einmal in einem Datenleck. Nehmen Sie etwas Ungewöhnlicheres.",
  passwordAboutYou:
    "Dieses Passwort besteht aus Ihrem Namen, Ihrer Adresse oder der Organisation. Nehmen Sie etwas ohne Bezug dazu.",
  currentPassword: "Das ist nicht Ihr aktuelles Passwort.",
  loginRefused: "Adresse oder Passwort sind falsch, oder das Konto kann sich nicht anmelden.",
  chooseOrganization:
    "Ihre Adresse gehört zu mehreren Organisationen. Geben Sie Ihr Passwort erneut ein und wählen Sie eine.",
  rateLimited:
    "Zu viele Versuche. Bitte warten Sie {limit, plural, one {# Minute} other {# Minuten}} und versuchen Sie es dann erneut.",
  contacts: "Geben Sie E-Mail-Adressen ein, eine je Zeile.",
  contactsTooMany: "Geben Sie höchstens zehn Adressen ein.",
  vatId: "Diese UID-Nummer passt nicht zum Land oder hat eine falsche Prüfziffer.",
  invoicePaid: "Diese Rechnung ist schon bezahlt.",
  csv: "Das ist keine CSV-Datei; Zeile {limit} lässt sich nicht lesen.",
  fileTooBig: "Diese Datei ist größer als {limit} Kilobyte.",
  sameAddress: "Das ist schon Ihre Adresse.",
  findingAcknowledged: "Jemand hat das schon quittiert.",
  slug: "Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche.",
  slugTaken: "Dieser Kurzname ist vergeben.",
  termsChanged:
    "Die Bedingungen haben sich inzwischen wieder geändert. Bitte lesen Sie die neue Fassung.",
  picture: "Das ist kein Bild in PNG, JPEG oder WebP.",
  color: "Geben Sie eine Farbe wie #0a6b52 ein.",
  colorTooLight: "Diese Farbe ist zu hell für weiße Schrift. Nehmen Sie eine dunklere.",
  placeholder: "{limit} kann hier nicht in Klammern stehen.",
  mailText: "An den geschweiften Klammern stimmt etwas nicht.",
  senderName: "Lassen Sie < > @ , ; : und Anführungszeichen weg.",
  deletionPending: "Die Löschung ist schon vorgemerkt.",
  webAddress: "Geben Sie eine Adresse wie https://firma.at/pfad ein.",
  notOwnNote: "Diese Notiz kann nur löschen, wer sie geschrieben hat, oder ein Admin.",
  csvColumns: "Die Kopfzeile braucht eine Spalte „external_user_id“ oder „email“.",
  unavailable: "Das geht gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
  changedMeanwhile:
    "Jemand anderes hat das inzwischen geändert. Laden Sie die Seite neu, um es zu sehen; nichts davon ging verloren.",
  linkSpent: "Dieser Link wurde schon benutzt, ersetzt oder ist abgelaufen.",
  invitationSpent: "Diese Einladung wurde schon benutzt, zurückgezogen oder ist abgelaufen.",
  invitationLimit:
    "Ihre Organisation hat in der letzten Stunde 100 Einladungen versandt. Bitte versuchen Sie es später erneut.",
  alreadyAccepted: "Diese Person ist schon dabei.",
  noOpenInvitation: "Es gibt keine offene Einladung mehr.",
  ownRole: "Niemand ändert die eigene Rolle. Bitten Sie einen anderen Admin.",
  ownAccount: "Das geht nicht mit dem eigenen Konto. Bitten Sie einen anderen Admin.",
  lastAdmin: "Das ist der letzte aktive Admin. Machen Sie zuerst jemand anderen zum Admin.",
  notActive: "Dieses Mitglied ist nicht aktiv.",
  notSuspended: "Dieses Mitglied ist nicht gesperrt.",
};
