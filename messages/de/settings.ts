export const settings = {
  partsLabel: "Einstellungen",
  parts: {
    organization: "Organisation",
    apiCredentials: "API-Zugänge",
    security: "Sicherheit",
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
