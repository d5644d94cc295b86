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

export const mails = {
  greeting: "Guten Tag {recipientName},",
  linkNote: "Falls die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:",
  footer:
    "Von Wattdesk im Auftrag von {organizationName} gesendet. Bitte antworten Sie nicht auf diese Mail.",
  roles: { admin: "Admin", staff: "Support" },
  invitation: {
    subject: "{inviterName} lädt Sie zu {organizationName} ein",
    body: "{inviterName} hat Sie eingeladen, bei {organizationName} mit Wattdesk in der Rolle {role} zu arbeiten. Wählen Sie ein Passwort und prüfen Sie Ihre Angaben, dann kann es losgehen.",
    button: "Einladung annehmen",
    closing:
      "Der Link gilt einmal, bis {expiresAt}. Haben Sie ihn nicht erwartet, müssen Sie nichts tun.",
  },
  "password-reset": {
    subject: "Neues Passwort für {organizationName}",
    body: "Jemand, hoffentlich Sie, hat ein neues Passwort für Ihr Wattdesk-Konto bei {organizationName} angefordert.",
    button: "Neues Passwort setzen",
    closing:
      "Der Link gilt einmal, {minutes} Minuten lang. Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.",
  },
  "password-changed": {
    subject: "Ihr Passwort wurde geändert",
    body: "Das Passwort Ihres Wattdesk-Kontos bei {organizationName} wurde soeben geändert; anderswo offene Sitzungen sind beendet.",
    button: "",
    closing:
      "Waren Sie es nicht, setzen Sie sofort über „Passwort vergessen?“ ein neues und sagen Sie einem Admin Ihrer Organisation Bescheid.",
  },
  "role-changed": {
    subject: "Ihre Rolle bei {organizationName} hat sich geändert",
    body: "{deciderName} hat Ihnen die Rolle {role} gegeben, mit dieser Begründung: „{reason}“. Sie gilt bereits.",
    button: "",
    closing: "Kommt das unerwartet, fragen Sie {deciderName}.",
  },
  "role-change-noted": {
    subject: "Sie haben die Rolle von {memberName} geändert",
    body: "Sie haben {memberName} bei {organizationName} die Rolle {role} gegeben, mit dieser Begründung: „{reason}“.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen anderen Admin.",
  },
  "access-end-set": {
    subject: "Ihr Zugang bei {organizationName} hat ein Ende",
    body: "{deciderName} hat ein Ende Ihres Zugangs bei {organizationName} gesetzt: {endsAt}. Die Begründung: „{reason}“.",
    button: "",
    closing:
      "Bis dahin ändert sich für Sie nichts. Brauchen Sie ihn länger, fragen Sie {deciderName}.",
  },
  "access-end-lifted": {
    subject: "Ihr Zugang bei {organizationName} ist dauerhaft",
    body: "{deciderName} hat das Ende Ihres Zugangs bei {organizationName} aufgehoben. Die Begründung: „{reason}“.",
    button: "",
    closing: "Sie müssen nichts tun.",
  },
  "access-ends-soon": {
    subject: "Ihr Zugang bei {organizationName} endet bald",
    body: "Ihr Zugang bei {organizationName} endet am {endsAt}. Offene Sitzungen enden mit dieser Minute.",
    button: "",
    closing: "Geht Ihre Arbeit weiter, bitten Sie rechtzeitig einen Admin um Verlängerung.",
  },
  "member-access-ends-soon": {
    subject: "Der Zugang von {memberName} endet bald",
    body: "Der befristete Zugang von {memberName} bei {organizationName} endet am {endsAt}.",
    button: "",
    closing:
      "Ist das richtig, müssen Sie nichts tun. Verlängern können Sie ihn auf der Seite des Mitglieds.",
  },
  "second-factor-added": {
    subject: "Ihrem Konto wurde ein zweiter Faktor hinzugefügt",
    body: "„{factorName}“ beweist jetzt neben Ihrem Passwort, dass Sie es sind, wenn Sie sich bei {organizationName} in Wattdesk anmelden.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-removed": {
    subject: "Von Ihrem Konto wurde ein zweiter Faktor entfernt",
    body: "„{factorName}“ gehört nicht mehr zu Ihrem Wattdesk-Konto bei {organizationName}.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-reset": {
    subject: "Ihr zweiter Faktor wurde zurückgesetzt",
    body: "{deciderName} hat alle zweiten Faktoren von Ihrem Wattdesk-Konto bei {organizationName} genommen, mit dieser Begründung: „{reason}“. Ihre Sitzungen sind beendet.",
    button: "",
    closing:
      "Melden Sie sich mit Ihrem Passwort an und richten Sie einen neuen ein. Haben Sie nicht darum gebeten, informieren Sie sofort einen anderen Admin.",
  },
  "onboarding-nudge": {
    subject: "Bei {organizationName} sind noch Schritte offen",
    body: "{deciderName} bittet Sie, Ihre Einarbeitung bei {organizationName} abzuschließen: {openSteps, plural, one {Ein Schritt ist} other {# Schritte sind}} noch offen. Ihre Übersicht in Wattdesk zeigt, welche, und führt Sie hin.",
    button: "",
    closing: "Hindert Sie etwas daran, fragen Sie {deciderName}.",
  },
  "review-started": {
    subject: "Zugangsüberprüfung bei {organizationName}",
    body: "Bei {organizationName} hat eine Zugangsüberprüfung begonnen: {members, plural, one {ein Mitglied} other {# Mitglieder}}, bis {dueAt}. Öffnen Sie in Wattdesk Team und dann Zugangsüberprüfungen.",
    button: "",
    closing: "Niemand überprüft sich selbst, es braucht also mindestens zwei von Ihnen.",
  },
  "review-reminder": {
    subject: "Die Zugangsüberprüfung bei {organizationName} ist nicht abgeschlossen",
    body: "Die Zugangsüberprüfung bei {organizationName} ist am {dueAt} fällig, und über einige Mitglieder ist noch nicht entschieden, oder sie ist noch nicht unterschrieben.",
    button: "",
    closing: "Öffnen Sie in Wattdesk Team und dann Zugangsüberprüfungen.",
  },
  "audit-head": {
    subject: "Protokoll von {organizationName}: Ereignis {sequence}",
    body: "Das Protokoll von {organizationName} steht bei Ereignis {sequence}, mit diesem Fingerabdruck: {hash}. Bewahren Sie diese Mail auf: Sie beweist später, dass davor nichts geändert oder abgeschnitten wurde.",
    button: "",
    closing: "Auf der Seite des Protokolls können Sie es jederzeit prüfen lassen.",
  },
  "member-access-ended": {
    subject: "Der Zugang von {memberName} ist beendet",
    body: "Der befristete Zugang von {memberName} bei {organizationName} ist wie vorgesehen beendet, offene Sitzungen eingeschlossen.",
    button: "",
    closing: "Auf der Seite des Mitglieds können Sie ihn verlängern oder das Mitglied entfernen.",
  },
};
