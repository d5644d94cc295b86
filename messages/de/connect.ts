export const connect = {
  title: "Geräte verbinden",
  reconnectHeading: "{device} neu verbinden",
  connectHeading: "Geräte verbinden",
  hello:
    "Guten Tag {name}, {organization} bittet Sie, sich bei {manufacturer} noch einmal anzumelden. Bis dahin läuft {device} nach dem eigenen Zeitplan.",
  stillConnected: "Es ist derzeit verbunden. Sie können sich trotzdem neu anmelden.",
  helloConnect:
    "Guten Tag {name}, hier verbinden Sie Wärmepumpe, Auto, Wechselrichter, Wallbox, Batteriespeicher oder Smart Meter mit {organization}.",
  whatTitle: "Was {organization} dann kann",
  what: {
    read: "Sehen, wie es dem Gerät geht: Leistung, Temperaturen, Ladestand",
    steer: "Seine Arbeit in günstige Stunden legen, in den Grenzen, die Sie setzen",
    never: "Niemals Ihr Passwort sehen: Sie geben es nur beim Hersteller ein",
    end: "Sie können den Zugriff jederzeit entziehen, hier oder beim Hersteller",
  },
  manufacturer: "Hersteller",
  chooseManufacturer: "Von wem ist Ihr Gerät?",
  goOn: "Weiter zu {manufacturer}",
  goOnDevice: "Weiter",
  goOnAny: "Weiter zum Hersteller",
  cancel: "Jetzt nicht",
  noAccount: "Noch kein Konto bei {manufacturer}? <link>Dort anlegen</link>",
  notOffered:
    "{manufacturer} lässt sich derzeit nicht online verbinden. Bitte wenden Sie sich an {organization}; es geht nichts verloren.",
  validUntil: "Dieser Link gilt bis {moment}.",
  choose: {
    title: "Welche Geräte?",
    intro:
      "Diese sind in Ihrem Konto bei {manufacturer}. Wählen Sie, worum sich {organization} kümmern darf.",
    submit: "Verbinden",
  },
  code: {
    title: "Bei {manufacturer} anmelden",
    intro:
      "Öffnen Sie die Seite des Herstellers und geben Sie dort diesen Code ein. Diese Seite geht von selbst weiter.",
    open: "{manufacturer} öffnen",
    check: "Ich habe ihn eingegeben",
    waiting: "Warten auf {manufacturer} …",
  },
  unknownTitle: "Dieser Link geht nicht",
  unknownText:
    "Vielleicht fehlt ein Teil davon. Öffnen Sie ihn noch einmal aus der Nachricht, oder bitten Sie Ihren Energieversorger um einen neuen.",
  expiredTitle: "Dieser Link ist abgelaufen",
  expiredText: "Bitte fragen Sie {organization} nach einem neuen.",
  revokedTitle: "Dieser Link wird nicht mehr gebraucht",
  revokedText:
    "Er wurde beendet, oder Ihr Gerät ist inzwischen mit einem anderen verbunden. Wenn etwas nicht geht, fragen Sie bitte {organization}.",
  completedTitle: "Fertig",
  completedText: "Ihr Gerät ist mit {organization} verbunden. Sie können diese Seite schließen.",
  goBack: "Zurück zu {organization}",
  lostTitle: "Bitte noch einmal beginnen",
  lostText:
    "Die Anmeldung wurde in einem anderen Browser begonnen, oder sie hat zu lange gedauert. Es wurde nichts geändert: Öffnen Sie den Link aus Ihrer Nachricht noch einmal.",
  failures: {
    title: "Das hat noch nicht geklappt",
    denied:
      "Der Zugriff wurde bei {manufacturer} abgelehnt. Wenn das nicht gewollt war, versuchen Sie es noch einmal und erlauben Sie ihn.",
    otherDevice:
      "In dem Konto, mit dem Sie sich angemeldet haben, ist dieses Gerät nicht. Bitte nehmen Sie das Konto, in dem Sie {device} sehen.",
    noDevices:
      "In diesem Konto bei {manufacturer} ist kein Gerät. Fügen Sie es zuerst in der App des Herstellers hinzu und versuchen Sie es dann noch einmal.",
    takenByOthers:
      "Die Geräte in diesem Konto sind schon mit jemand anderem verbunden. Bitte wenden Sie sich an {organization}.",
    loginExpired: "Die Anmeldung hat zu lange gedauert. Bitte versuchen Sie es noch einmal.",
    authorizationLost:
      "{manufacturer} hat die Anmeldung nicht angenommen. Bitte versuchen Sie es noch einmal.",
    consentWithdrawn:
      "Der Zugriff wurde bei {manufacturer} zurückgenommen. Bitte versuchen Sie es noch einmal und erlauben Sie ihn.",
    unavailable:
      "{manufacturer} antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
    throttled:
      "{manufacturer} ist gerade ausgelastet. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
    nonsense:
      "{manufacturer} hat gerade Schwierigkeiten. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
    unsupported: "{manufacturer} konnte das nicht. Bitte wenden Sie sich an {organization}.",
  },
};

export const connections = {
  title: "Verbindungslinks",
  hint: "Ein Link ist nur für den Endkunden. Er wird einmal gezeigt, hier; behalten wird nur, wie weit er gekommen ist.",
  none: "Noch kein Link",
  createAndSend: "Per Mail senden",
  sendLink: "Link senden",
  create: "Link zeigen",
  created: "Der Link für {recipient}",
  createdHint:
    "Vorlesen, in eine Nachricht einfügen oder den Code abfotografieren lassen. Er gilt bis {moment}.",
  qrCode: "QR-Code des Links",
  sent: "Eine Nachricht mit dem Link ist unterwegs an {recipient}.",
  revoke: "Diesen Link beenden",
  stages: {
    sent: "Noch nicht geöffnet",
    opened: "Geöffnet",
    started: "Anmeldung begonnen",
    failed: "Gescheitert",
    completed: "Verbunden",
    revoked: "Beendet",
    expired: "Abgelaufen",
  },
  channels: {
    copied: "weitergegeben",
    mail: "per Mail",
    bulk: "per Mail, gesammelt",
    automatic: "per Mail, von selbst",
    api: "über die API",
    self: "vom Endkunden",
  },
  end: "Verbindung beenden",
  endHint:
    "Gibt den Zugriff an den Hersteller zurück. Niemand wird erinnert; nur der Endkunde kann neu verbinden.",
  reason: "Grund",
  reconnect: "Neu verbinden",
  connectNew: "Gerät verbinden",
  settings: {
    title: "Verbindungen",
    description:
      "Wann ein Gerät als verstummt gilt, und wie Endkunden um das Neuverbinden gebeten werden.",
    staleAfterMinutes: "Gestört nach so vielen Minuten ohne Messung",
    linkDays: "Tage, die ein Link in einer Mail gilt",
    sendsReminders: "Endkunden schreiben, deren Gerät getrennt ist",
    sendsRemindersHint: "Von Hand gesendete Links betrifft das nicht.",
    firstReminderHours: "Stunden bis zur ersten Mail",
    reminderEveryDays: "Tage zwischen den Mails",
    maxReminders: "Höchstens so viele Mails je Trennung",
    maxPerWeek: "Höchstens so viele Mails an eine Person in sieben Tagen",
    quietFromHour: "Ruhe ab (Stunde)",
    quietUntilHour: "Ruhe bis (Stunde)",
    quietHint: "Nach der Uhr der Organisation. Zweimal dieselbe Stunde: keine Ruhezeit.",
    appSchemes: "Schemata Ihrer Apps",
    appSchemesHint:
      "Wohin Kundinnen und Kunden nach dem Verbinden außer zu Webadressen geleitet werden dürfen: myapp für myapp://done. Eines pro Zeile.",
    enode: "Enode",
    enodeHint: "Erreicht viele Hersteller auf einmal. Sie brauchen einen eigenen Client bei Enode.",
    clientId: "Client-ID",
    clientSecret: "Client-Geheimnis",
    switchOn: "Einschalten",
    switchOff: "Ausschalten",
    isOn: "An seit {since}, als {client}.",
    save: "Speichern",
    saved: "Gespeichert.",
  },
};
