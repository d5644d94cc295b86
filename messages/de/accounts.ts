export const accounts = {
  loginTitle: "Anmelden",
  loginIntro: "Willkommen zurück",
  email: "E-Mail-Adresse",
  password: "Passwort",
  organization: "Organisation",
  logIn: "Anmelden",
  forgottenPassword: "Passwort vergessen?",
  sessionEnded:
    "Sie wurden abgemeldet. Falls Sie das nicht erwartet haben, wenden Sie sich an einen Admin Ihrer Organisation.",
  passwordWasReset: "Passwort geändert. Melden Sie sich mit dem neuen Passwort an.",
  forgottenTitle: "Passwort vergessen?",
  forgottenIntro:
    "Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link zum Zurücksetzen des Passworts.",
  sendResetLink: "Link senden",
  forgottenDone:
    "Falls zu dieser E-Mail-Adresse ein Konto besteht, haben wir einen Link gesendet. Er ist 30 Minuten gültig.",
  backToLogin: "Zurück zur Anmeldung",
  resetTitle: "Neues Passwort festlegen",
  resetIntro: "Für {email}. Alle Sitzungen werden beendet.",
  newPassword: "Neues Passwort",
  setPassword: "Passwort festlegen",
  addressTitle: "E-Mail-Adresse bestätigen",
  addressIntroOld: "Die E-Mail-Adresse Ihres Kontos wird von {oldEmail} auf {newEmail} geändert.",
  addressIntroNew: "{newEmail} wird die E-Mail-Adresse Ihres Kontos bei {organizationName}.",
  confirmAddress: "Bestätigen",
  addressDone: "E-Mail-Adresse geändert",
  addressDoneText: "Melden Sie sich ab jetzt mit {newEmail} an.",
  addressHalf: "E-Mail-Adresse bestätigt",
  addressHalfText:
    "Bestätigen Sie die Änderung auch in der E-Mail an Ihre andere Adresse, um sie abzuschließen.",
  addressDeadTitle: "Dieser Link ist nicht mehr gültig",
  addressDeadText:
    "Er wurde bereits verwendet, ist abgelaufen oder die Änderung wurde abgebrochen. Fordern Sie die Änderung in Ihrem Konto erneut an.",
  resetDeadTitle: "Dieser Link ist nicht mehr gültig",
  resetDeadText:
    "Er wurde bereits verwendet, durch einen neueren ersetzt oder ist abgelaufen. Fordern Sie einen neuen Link an.",
};

export const invite = {
  title: "Einladung",
  heading: "Willkommen bei {organization}",
  intro:
    "{inviter} hat Sie als <strong>{role}</strong> zu Wattdesk eingeladen. Wählen Sie ein Passwort und prüfen Sie Ihre Angaben.",
  account: "Sie melden sich mit {email} an.",
  choosePassword: "Passwort wählen",
  firstName: "Vorname",
  lastName: "Nachname",
  phone: "Telefon",
  terms: "Ich akzeptiere die <link>Nutzungsbedingungen</link>.",
  accept: "Annehmen und anmelden",
  expires: "Gültig bis {moment}",
  toLogin: "Zur Anmeldung",
  unknownTitle: "Ungültiger Link",
  unknownText:
    "Möglicherweise ist der Link unvollständig. Kopieren Sie den ganzen Link aus der E-Mail oder bitten Sie um eine neue Einladung.",
  expiredTitle: "Einladung abgelaufen",
  expiredText:
    "Einladungen sind 7 Tage gültig. Bitten Sie {inviter} von {organization} um eine neue.",
  revokedTitle: "Einladung nicht mehr gültig",
  revokedText:
    "Prüfen Sie, ob Sie eine neuere Einladung erhalten haben, oder wenden Sie sich an {inviter} von {organization}.",
  acceptedTitle: "Einladung bereits angenommen",
  acceptedText:
    "Melden Sie sich bei {organization} mit Ihrem Passwort an. Falls Sie die Einladung nicht angenommen haben, wenden Sie sich an {inviter}.",
};

export const account = {
  exportSeparator: "CSV-Trennzeichen",
  exportSeparatorHint:
    "Für exportierte Dateien. Deutsche Excel-Versionen erwarten den Strichpunkt.",
  exportSeparators: {
    byLanguage: "Standard der Sprache",
    semicolon: "Strichpunkt (;)",
    comma: "Komma (,)",
  },
  title: "Ihr Konto",
  profile: "Profil",
  firstName: "Vorname",
  lastName: "Nachname",
  phone: "Telefon",
  save: "Speichern",
  changePassword: "Passwort ändern",
  changePasswordHint:
    "Sie werden auf allen anderen Geräten abgemeldet und erhalten eine Bestätigung per E-Mail.",
  currentPassword: "Aktuelles Passwort",
  newPassword: "Neues Passwort",
  changeAddress: "E-Mail-Adresse ändern",
  changeAddressHint: "Muss über die aktuelle und die neue E-Mail-Adresse bestätigt werden.",
  newAddress: "Neue E-Mail-Adresse",
  sendConfirmations: "Bestätigungen senden",
  addressWaiting: "Änderung auf {email} ausstehend",
  addressWaitingOld: "Noch nicht über die aktuelle E-Mail-Adresse bestätigt",
  addressWaitingNew: "Noch nicht über die neue E-Mail-Adresse bestätigt",
  withdrawAddress: "Änderung abbrechen",
  tokens: "Persönliche Token",
  tokensHint: "API-Zugriff mit Ihren eigenen Berechtigungen",
  tokensManage: "Verwalten",
  secondFactor: "Zwei-Faktor-Authentifizierung",
  secondFactorHint: "Zusätzlicher Schutz bei der Anmeldung",
  secondFactorSetUp: "Einrichten",
  secondFactorCount:
    "{count, plural, =0 {Nicht eingerichtet} one {1 Methode eingerichtet} other {# Methoden eingerichtet}}",
  sessions: "Offene Sitzungen",
  sessionsHint:
    "Geräte, auf denen Sie angemeldet sind. Beenden Sie unbekannte Sitzungen und ändern Sie Ihr Passwort.",
  endOthers: "Alle anderen Sitzungen beenden",
  saved: {
    profile: "Profil gespeichert.",
    password: "Passwort geändert. Sie wurden auf allen anderen Geräten abgemeldet.",
    sessions: "Alle anderen Sitzungen beendet.",
    address: "Wir haben zwei E-Mails gesendet. Bestätigen Sie die Änderung in beiden.",
    addressWithdrawn: "Änderung der E-Mail-Adresse abgebrochen.",
    session: "Sitzung beendet.",
  },
};

export const sessions = {
  title: "Offene Sitzungen",
  none: "Keine offenen Sitzungen",
  unknownDevice: "Unbekanntes Gerät",
  since: "seit",
  lastSeen: "zuletzt aktiv",
  this: "Aktuelle Sitzung",
  end: "Sitzung beenden",
  endAll: "Alle Sitzungen beenden",
};

export const me = {
  title: "Übersicht",
  greeting: "Guten Tag, {name}",
  description: "Ihre Geräte und persönlichen Daten",
  allWorking: "{total, plural, one {Ihr Gerät funktioniert} other {Alle # Geräte funktionieren}}",
  needOwner:
    "{wrong, plural, one {# Gerät braucht Ihre Aufmerksamkeit} other {# Geräte brauchen Ihre Aufmerksamkeit}}",
  account: "Konto",
  name: "Name",
  noDevices: "Noch keine Geräte verbunden",
  noDevicesHint:
    "Verbinden Sie Ihre Wärmepumpe, Ihr Auto, Ihren Wechselrichter, Ihre Wallbox, Ihre Batterie oder Ihren Smart Meter. Sie melden sich beim Hersteller an, Ihr Passwort sehen wir nie.",
  details: "Details und Einstellungen",
  detailsOf: "Details und Einstellungen von {device}",
  status: {
    connected: "Verbunden seit <since></since>.",
    degraded: "Sendet keine Messwerte mehr. Der letzte kam <since></since>.",
    disconnected: "Die Verbindung wurde <since></since> unterbrochen.",
    revoked: "Der Zugriff wurde <since></since> entzogen.",
    error: "{manufacturer} meldet ein Problem mit diesem Gerät.",
    pending: "Noch nicht verbunden.",
  },
  statusOnly: {
    connected: "Verbunden.",
    degraded: "Sendet keine Messwerte mehr.",
    disconnected: "Nicht verbunden.",
    revoked: "Der Zugriff wurde entzogen.",
    error: "{manufacturer} meldet ein Problem mit diesem Gerät.",
    pending: "Noch nicht verbunden.",
  },
  optimizationTitle: "Optimierung",
  optimization: {
    optimized: "Es wird automatisch optimiert.",
    paused: "Die Optimierung ist bis <until></until> pausiert.",
    off: "Die Optimierung ist ausgeschaltet.",
    measures: "Es misst nur.",
  },
  advice: {
    reconnect:
      "Es folgt seinem eigenen Zeitplan und sendet keine Messwerte, bis Sie sich wieder bei {manufacturer} anmelden.",
    reconnectMeter: "Es sendet keine Messwerte, bis Sie sich wieder bei {manufacturer} anmelden.",
    degraded:
      "Prüfen Sie, ob das Gerät Strom und Internet hat. Messwerte kommen dann automatisch wieder.",
    error:
      "Prüfen Sie das Gerät und die App von {manufacturer}. Hilft das nicht, verbinden Sie es erneut.",
    pending: "Verbinden Sie es, um hier seine Messwerte zu sehen.",
  },
  support: {
    title: "Support kontaktieren",
    hint: "Haben Sie Fragen oder funktioniert etwas noch nicht? Schreiben Sie {organization}.",
    hintWithoutEmail:
      "Haben Sie Fragen oder funktioniert etwas noch nicht? Wenden Sie sich an {organization}. Die Kontaktdaten finden Sie auf Ihrer Rechnung.",
    write: "E-Mail schreiben",
    subject: "Kundennummer {number}",
  },
};

export const terms = {
  title: "Nutzungsbedingungen",
  version: "Version {version}",
  settingsHint: "Alle müssen sie akzeptieren, um Wattdesk zu nutzen.",
  versions: "Versionen",
  builtIn: "Standardbedingungen von Wattdesk. Sie gelten, bis Sie eigene veröffentlichen.",
  publish: "Neue Version veröffentlichen",
  publishHint: "Alle, auch Sie selbst, müssen die neue Version akzeptieren, um fortzufahren.",
  textEn: "Englischer Text",
  textDe: "Deutscher Text",
  textHint: "Markdown, # für Überschriften",
  summary: "Was hat sich geändert?",
  summaryHint: "Wird über den Bedingungen angezeigt",
  accept: "Akzeptieren",
  acceptLabel: "Ich habe die Nutzungsbedingungen gelesen und akzeptiere sie.",
  accepted: "Sie haben diese Bedingungen akzeptiert.",
  mustAccept: "Die Nutzungsbedingungen haben sich geändert. Akzeptieren Sie sie, um fortzufahren.",
  purposeTitle: "Zweck",
  purposeText:
    "Ihre Organisation betreut mit Wattdesk ihre Kunden und deren Geräte. Nutzen Sie es nur für diese Arbeit und im Rahmen Ihrer Rolle.",
  accountTitle: "Ihr Konto",
  accountText:
    "Ihr Konto ist persönlich. Geben Sie Ihr Passwort nicht weiter und informieren Sie sofort einen Admin, wenn Sie vermuten, dass jemand anderes es benutzt hat.",
  dataTitle: "Kundendaten",
  dataText:
    "Kundendaten sind vertraulich. Rufen Sie nur ab, was Sie für den jeweiligen Fall benötigen, und entnehmen Sie Wattdesk ohne dienstlichen Grund keine Daten.",
  recordsTitle: "Audit-Log",
  recordsText:
    "Ihre Änderungen in Wattdesk werden mit Namen, Zeitpunkt und IP-Adresse aufgezeichnet. Admins Ihrer Organisation können diese Aufzeichnungen einsehen.",
  endTitle: "Ende des Zugangs",
  endText:
    "Ihre Organisation kann Ihren Zugang jederzeit beenden. Die Aufzeichnungen Ihrer Aktionen bleiben erhalten.",
};

export const mailbox = {
  title: "Posteingang",
  description: "Alle E-Mails dieser Demo. In der Produktion nicht verfügbar.",
  none: "Noch keine E-Mails",
  one: "E-Mail",
  from: "Von",
  to: "An",
  received: "Empfangen",
  plainText: "Nur Text",
};
