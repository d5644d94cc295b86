export const settings = {
  partsLabel: "Einstellungen",
  parts: {
    organization: "Organisation",
    appearance: "Erscheinungsbild",
    mail: "Nachrichten",
    terms: "Nutzungsbedingungen",
    data: "Daten",
    webhooks: "Webhooks",
    apiCredentials: "API-Zugänge",
    security: "Sicherheit",
    auditStream: "Audit-Stream",
    billing: "Abrechnung",
  },
  title: "Einstellungen der Organisation",
  description: "Was für alle in Ihrer Organisation gilt.",
  name: "Name",
  slug: "Kurzname",
  slugHint:
    "Teil Ihrer eigenen Adresse, jetzt {address}. Nach einer Änderung melden sich dort alle neu an.",
  domains: "Erlaubte E-Mail-Domains",
  domainsHint:
    "Nur Adressen dieser Domains können ins Team eingeladen werden. Eine je Zeile; keine bedeutet: alle.",
  idle: "Minuten ohne Nutzung",
  idleHint: "Eine unbenutzte Sitzung endet nach so vielen Minuten, 5 bis 1440.",
  absolute: "Längste Sitzung in Stunden",
  absoluteHint: "Nach so vielen Stunden melden sich alle neu an, 1 bis 168.",
  reviewEveryMonths: "Monate zwischen Zugangsüberprüfungen",
  reviewEveryMonthsHint: "Eine beginnt von selbst nach so vielen Monaten, 1 bis 12; 0 für nie.",
  suspendInactive: "Inaktive Mitglieder sperren",
  suspendInactiveHint: "Jeden Morgen geprüft. Der letzte Admin wird nie gesperrt.",
  suspendNever: "Nie",
  suspendAfter: "Nach {days} Tagen",
  passwordLeastLength: "Kürzestes Passwort",
  passwordLeastLengthHint:
    "In Zeichen, 15 bis 64. Gilt für Passwörter, die ab jetzt gesetzt werden.",
  retainAuditMonths: "Monate, die das Auditprotokoll Einzelheiten behält",
  retainAuditMonthsHint:
    "Namen, Werte und Adressen werden danach gelöscht, 12 bis 240; leer für nie. Die Kette bleibt beweisbar.",
  retainMailDays: "Tage, die verschickte Nachrichten bleiben",
  retainMailDaysHint: "30 bis 3650.",
  secondFactorRule: "Zweiter Faktor",
  secondFactorRuleHint:
    "Wer einen braucht und keinen hat, richtet ihn mit dem nächsten Klick ein und erreicht bis dahin nichts anderes.",
  secondFactorRules: {
    optional: "Wie jedes Mitglied möchte",
    admins: "Pflicht für Admins",
    team: "Pflicht für Admins und Support",
  },
  save: "Speichern",
  saved: "Die Einstellungen sind gespeichert.",
};

export const appearance = {
  title: "Erscheinungsbild",
  description: "Logo und Farbe Ihrer Seiten und Nachrichten.",
  logo: "Logo",
  logoHint: "PNG, JPEG oder WebP, höchstens 800 kB. Es erscheint höchstens 160 Pixel hoch.",
  removeLogo: "Jetziges Logo entfernen",
  color: "Farbe",
  colorHint:
    "Für Knöpfe und Links, etwa #0a6b52; dunkel genug für weiße Schrift. Im Dunkelmodus wird sie aufgehellt.",
  save: "Speichern",
  saved: "Das Erscheinungsbild ist gespeichert.",
};

export const mailSettings = {
  title: "Nachrichten",
  description: "Von wem Ihre Nachrichten kommen und was sie sagen.",
  sender: "Absender",
  senderName: "Name des Absenders",
  senderNameHint: "Steht vor der Adresse, von der Wattdesk sendet. Leer: der Name des Betreibers.",
  replyTo: "Antworten an",
  replyToHint: "Leer: Nachrichten sagen, dass man nicht antworten kann.",
  save: "Speichern",
  savedSender: "Der Absender ist gespeichert.",
  savedText: "Die Worte sind gespeichert.",
  savedReset: "Diese Nachricht hat wieder unsere Worte.",
  texts: "Worte",
  textsHint: "Nachrichten, die Ihre Organisation selbst formulieren kann, in beiden Sprachen.",
  own: "eigene Worte",
  ours: "unsere Worte",
  subject: "Betreff",
  body: "Text",
  bodyHint: "Eine Leerzeile beginnt einen neuen Absatz. Sie können verwenden: {placeholders}",
  closing: "Schluss",
  reset: "Zurück zu unseren Worten",
  templates: {
    invitation: "Einladung",
    "password-reset": "Neues Passwort",
    "onboarding-nudge": "Erinnerung an offene Schritte",
    "access-ends-soon": "Zugang endet bald",
    "role-changed": "Rolle geändert",
  },
};

export const organizationData = {
  title: "Daten",
  description: "Alles mitnehmen, oder gehen.",
  export: "Alles exportieren",
  exportHint:
    "Eine Datei mit einem JSON-Objekt je Zeile: jeder Datensatz der Organisation, Team, Kunden, Geräte, Rechnungen und Protokoll. Passwörter und andere Geheimnisse sind nicht darin. Sie weisen sich aus, und der Export steht im Protokoll.",
  exportButton: "Exportieren",
  delete: "Organisation löschen",
  deleteHint:
    "Nach {days} Tagen wird alles endgültig gelöscht, Sicherungen des Betreibers ausgenommen. Bis dahin ändert sich nichts, und jeder Admin kann es absagen.",
  confirm: "Geben Sie zur Bestätigung den Namen der Organisation ein",
  deleteButton: "In {days} Tagen löschen",
  pending: "Diese Organisation wird am {moment} gelöscht. Bis dahin kann jeder Admin es absagen.",
  cancel: "Absagen",
  requested: "Die Löschung ist vorgemerkt. Alle Admins wurden benachrichtigt.",
  cancelled: "Die Löschung ist abgesagt.",
};
