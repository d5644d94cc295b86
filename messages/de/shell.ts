export const shell = {
  palette: {
    open: "Suchen",
    title: "Überall suchen",
    placeholder: "Personen, Geräte, Seiten, Aktionen",
    results: "Ergebnisse",
    looking: "Sucht …",
    nothing: "Nichts gefunden.",
    shortcuts: "Einzelne Tasten sind Kürzel in Listen: j, k, x, /",
    kinds: {
      page: "Seite",
      action: "Aktion",
      endUser: "Endkunde",
      device: "Gerät",
      member: "Team",
      case: "Fall",
      handbook: "Handbuch",
    },
    actions: {
      openCase: "Fall eröffnen",
      addEndUser: "Endkunden hinzufügen",
      importFile: "Datei importieren",
      disconnected: "Getrennte Geräte zeigen",
      invite: "Jemanden ins Team einladen",
      addHandbookEntry: "Handbucheintrag schreiben",
      ownAccount: "Mein Konto",
    },
  },
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
  unavailableTitle: "Wattdesk ist gerade ausgelastet",
  unavailableText:
    "Die Datenbank hat nicht rechtzeitig geantwortet; mit dieser Anfrage wurde nichts gespeichert. Bitte versuchen Sie es in einigen Sekunden erneut.",
  serviceUnavailableText:
    "Ein Dienst, den diese Seite braucht, hat nicht geantwortet. Bitte versuchen Sie es in einigen Sekunden erneut.",
  rateLimitedTitle: "Zu viele Anfragen",
  rateLimitedText:
    "Sie haben das zu oft versucht. Bitte warten Sie einige Minuten und versuchen Sie es dann erneut.",
  errorNumber: "Nummer {number}",
  tryAgain: "Erneut versuchen",
  navigation: {
    dashboard: "Übersicht",
    support: "Support",
    cases: "Fälle",
    users: "Endkunden",
    buildings: "Gebäude",
    imports: "Importe",
    bulkActions: "Sammelaktionen",
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
