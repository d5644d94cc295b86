export const connect = {
  title: "Geräte verbinden",
  reconnectHeading: "{device} erneut verbinden",
  connectHeading: "Geräte verbinden",
  hello:
    "Guten Tag {name}, bitte melden Sie sich für {organization} erneut bei {manufacturer} an. Bis dahin folgt {device} dem eigenen Zeitplan.",
  stillConnected: "Das Gerät ist bereits verbunden. Sie können sich trotzdem erneut anmelden.",
  helloConnect:
    "Guten Tag {name}, verbinden Sie hier Wärmepumpe, Auto, Wechselrichter, Wallbox, Batteriespeicher oder Smart Meter mit {organization}.",
  canTitle: "{organization} kann",
  cannotTitle: "{organization} kann nicht",
  what: {
    read: "Gerätedaten sehen: Leistung, Temperaturen, Ladestand",
    steer: "Den Verbrauch in günstigere Stunden verschieben, innerhalb Ihrer Grenzen",
    never: "Ihr Passwort sehen. Es bleibt beim Hersteller.",
    end: "Den Zugriff behalten, wenn Sie ihn hier oder beim Hersteller entziehen",
  },
  manufacturer: "Hersteller",
  chooseManufacturer: "Hersteller Ihres Geräts auswählen",
  goOn: "Weiter zu {manufacturer}",
  goOnDevice: "Weiter",
  goOnAny: "Weiter zum Hersteller",
  cancel: "Jetzt nicht",
  noAccount: "Noch kein Konto bei {manufacturer}? <link>Konto anlegen</link>",
  notOffered:
    "{manufacturer} kann derzeit nicht online verbunden werden. Bitte wenden Sie sich an {organization}.",
  validUntil: "Link gültig bis {moment}",
  choose: {
    title: "Geräte auswählen",
    intro:
      "Geräte in Ihrem Konto bei {manufacturer}. Wählen Sie, welche Sie mit {organization} verbinden möchten.",
    submit: "Verbinden",
  },
  code: {
    title: "Bei {manufacturer} anmelden",
    intro:
      "Öffnen Sie die Seite des Herstellers und geben Sie diesen Code ein. Diese Seite wird danach automatisch fortgesetzt.",
    open: "{manufacturer} öffnen",
    check: "Code eingegeben",
    waiting: "Warten auf {manufacturer} …",
  },
  unknownTitle: "Ungültiger Link",
  unknownText:
    "Öffnen Sie den Link in der E-Mail erneut oder bitten Sie Ihren Energieversorger um einen neuen.",
  expiredTitle: "Link abgelaufen",
  expiredText: "Bitte fordern Sie bei {organization} einen neuen an.",
  revokedTitle: "Dieser Link ist nicht mehr gültig",
  revokedText:
    "Er wurde widerrufen oder Ihr Gerät wurde über einen anderen Link verbunden. Wenn etwas nicht funktioniert, wenden Sie sich bitte an {organization}.",
  completedTitle: "Verbunden",
  completedText: "Ihr Gerät ist mit {organization} verbunden. Sie können diese Seite schließen.",
  goBack: "Zurück zu {organization}",
  lostTitle: "Bitte starten Sie erneut",
  lostText:
    "Die Anmeldung wurde in einem anderen Browser begonnen oder hat zu lange gedauert. Es wurde nichts geändert. Öffnen Sie den Link in der E-Mail erneut.",
  failures: {
    title: "Verbindung fehlgeschlagen",
    denied:
      "Der Zugriff wurde bei {manufacturer} abgelehnt. Versuchen Sie es erneut und erlauben Sie den Zugriff.",
    otherDevice:
      "Dieses Gerät gehört nicht zum verwendeten Konto. Melden Sie sich mit dem Konto an, in dem Sie {device} sehen.",
    noDevices:
      "In diesem Konto bei {manufacturer} gibt es keine Geräte. Fügen Sie Ihr Gerät in der App des Herstellers hinzu und versuchen Sie es erneut.",
    takenByOthers:
      "Die Geräte in diesem Konto sind bereits anderweitig verbunden. Bitte wenden Sie sich an {organization}.",
    loginExpired: "Die Anmeldung hat zu lange gedauert. Bitte versuchen Sie es erneut.",
    authorizationLost: "{manufacturer} hat die Anmeldung abgelehnt. Bitte versuchen Sie es erneut.",
    consentWithdrawn:
      "Der Zugriff wurde bei {manufacturer} entzogen. Versuchen Sie es erneut und erlauben Sie den Zugriff.",
    unavailable:
      "{manufacturer} antwortet nicht. Bitte versuchen Sie es in einigen Minuten erneut.",
    throttled: "{manufacturer} ist ausgelastet. Bitte versuchen Sie es in einigen Minuten erneut.",
    nonsense:
      "Bei {manufacturer} gibt es technische Probleme. Bitte versuchen Sie es in einigen Minuten erneut.",
    unsupported: "{manufacturer} unterstützt das nicht. Bitte wenden Sie sich an {organization}.",
  },
};

export const connections = {
  title: "Verbindungslinks",
  hint: "Persönlicher Link, nur einmal sichtbar. Gespeichert wird nur der Status.",
  none: "Noch keine Links",
  createAndSend: "Per E-Mail senden",
  sendLink: "Link senden",
  sendReconnectionLink: "Verbindungslink senden",
  create: "Link kopieren",
  created: "Link für {recipient}",
  createdHint: "Teilen Sie den Link oder lassen Sie den Code scannen. Gültig bis {moment}.",
  qrCode: "QR-Code des Links",
  sent: "Link an {recipient} gesendet",
  revoke: "Link widerrufen",
  stages: {
    sent: "Nicht geöffnet",
    opened: "Geöffnet",
    started: "Anmeldung gestartet",
    failed: "Fehlgeschlagen",
    completed: "Verbunden",
    revoked: "Widerrufen",
    expired: "Abgelaufen",
  },
  channels: {
    copied: "Kopiert",
    mail: "E-Mail",
    bulk: "E-Mail (Sammelaktion)",
    automatic: "E-Mail (automatisch)",
    api: "API",
    self: "Kunde",
  },
  end: "Zugriff entziehen",
  endHint: "Entzieht den Zugriff beim Hersteller. Nur der Kunde kann erneut verbinden.",
  reason: "Grund",
  reconnect: "Erneut verbinden",
  connectNew: "Gerät verbinden",
  settings: {
    title: "Verbindungen",
    description:
      "Wann Geräte als gestört gelten und wie Kunden um erneutes Verbinden gebeten werden",
    staleAfterMinutes: "„Gestört“ nach (Minuten ohne Daten)",
    linkDays: "Gültigkeit von Links in E-Mails (Tage)",
    sendsReminders: "Kunden mit getrennten Geräten per E-Mail erinnern",
    sendsRemindersHint: "Manuell gesendete Links sind nicht betroffen",
    firstReminderHours: "Erste Erinnerung nach (Stunden)",
    reminderEveryDays: "Tage zwischen Erinnerungen",
    maxReminders: "Max. Erinnerungen pro Trennung",
    maxPerWeek: "Max. Erinnerungen pro Kunde in 7 Tagen",
    quietFromHour: "Ruhezeit ab (Stunde)",
    quietUntilHour: "Ruhezeit bis (Stunde)",
    quietHint: "In der Zeitzone der Organisation. Gleiche Uhrzeit = keine Ruhezeit.",
    appSchemes: "URL-Schemata Ihrer Apps",
    appSchemesHint:
      "Apps, zu denen Kunden nach dem Verbinden zurückkehren dürfen, z. B. myapp für myapp://done. Eines pro Zeile.",
    enode: "Enode",
    enodeHint: "Bindet viele Hersteller auf einmal an. Erfordert einen eigenen Client bei Enode.",
    clientId: "Client-ID",
    clientSecret: "Client Secret",
    switchOn: "Aktivieren",
    switchOff: "Deaktivieren",
    isOn: "Aktiv seit {since} als {client}",
    save: "Speichern",
    saved: "Änderungen gespeichert",
  },
};
