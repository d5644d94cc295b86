export const shell = {
  palette: {
    open: "Suchen",
    title: "Überall suchen",
    placeholder: "Kunden, Geräte, Seiten, Aktionen",
    results: "Ergebnisse",
    looking: "Suche läuft …",
    nothing: "Keine Ergebnisse",
    shortcuts: "Tastenkürzel in Listen aktivieren (J, K, X, /)",
    kinds: {
      page: "Seite",
      action: "Aktion",
      endUser: "Kunde",
      device: "Gerät",
      member: "Team",
      case: "Fall",
      handbook: "Handbuch",
    },
    actions: {
      openCase: "Fall eröffnen",
      addEndUser: "Kunden anlegen",
      importFile: "Datei importieren",
      disconnected: "Getrennte Geräte anzeigen",
      invite: "Mitglied einladen",
      addHandbookEntry: "Handbucheintrag schreiben",
      ownAccount: "Mein Konto",
    },
  },
  description: "Die Geräte Ihrer Kunden und das Team, das sie betreut",
  breadcrumbs: "Navigationspfad",
  loading: "Wird geladen …",
  skipToContent: "Zum Inhalt springen",
  menu: "Menü",
  openMenu: "Menü öffnen",
  closeMenu: "Menü schließen",
  toProduction: "Zur Produktion wechseln",
  toSandbox: "Zur Sandbox wechseln",
  sandbox: "Sandbox. Änderungen wirken sich nicht auf die Produktion aus.",
  environment: "Umgebung",
  userMenu: "Kontomenü von {name}",
  account: "Ihr Konto",
  theme: "Design",
  themeSystem: "System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  logOut: "Abmelden",
  errorTitle: "Etwas ist schiefgelaufen",
  errorText:
    "Ihre Änderungen wurden nicht gespeichert. Versuchen Sie es erneut. Tritt der Fehler weiterhin auf, nennen Sie uns bitte diese Fehler-ID.",
  unavailableTitle: "Wattdesk ist gerade überlastet",
  unavailableText:
    "Ihre Änderungen wurden nicht gespeichert. Versuchen Sie es in einigen Sekunden erneut.",
  serviceUnavailableText:
    "Ein benötigter Dienst antwortet nicht. Versuchen Sie es in einigen Sekunden erneut.",
  rateLimitedTitle: "Zu viele Anfragen",
  rateLimitedText:
    "Sie haben das zu oft versucht. Warten Sie einige Minuten und versuchen Sie es dann erneut.",
  errorNumber: "Fehler-ID: {number}",
  tryAgain: "Erneut versuchen",
  groups: {
    service: "Service",
    customers: "Kunden",
    operations: "Betrieb",
    organization: "Organisation",
  },
  openWork: {
    cases: "{count, plural, =1 {1 offen} other {# offen}}",
    incidents: "{count, plural, =1 {1 Störung} other {# Störungen}}",
  },
  navigation: {
    dashboard: "Start",
    fleet: "Flotte",
    support: "Support",
    cases: "Fälle",
    users: "Kunden",
    buildings: "Gebäude",
    imports: "Importe",
    bulkActions: "Sammelaktionen",
    devices: "Geräte",
    team: "Team",
    handbook: "Handbuch",
    auditLog: "Audit-Log",
    settings: "Einstellungen",
  },
};

export const messages = {
  notFoundTitle: "Seite nicht gefunden",
  notFoundText: "Der Link ist möglicherweise falsch oder der Eintrag wurde gelöscht.",
  forbiddenTitle: "Keine Berechtigung",
  forbiddenText: "Bitten Sie einen Admin um Zugriff.",
  toStart: "Zur Übersicht",
};

export const roles = {
  admin: "Admin",
  staff: "Support",
  user: "Kunde",
  "server-to-server": "Server-zu-Server",
};

export const languages = {
  language: "Sprache",
  timeZone: "Zeitzone",
  en: "English",
  de: "Deutsch",
};
