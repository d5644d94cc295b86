export const savings = {
  title: "Ersparnis durch Verschieben",
  description: "Die letzten {days} abgeschlossenen Tage",
  saved: "{amount} gespart, {share}",
  savedWithoutShare: "{amount} gespart",
  lost: "{amount} mehr gekostet, {share}",
  lostWithoutShare: "{amount} mehr gekostet",
  uncertainty: "Standardfehler: {error}",
  counted:
    "{days, plural, one {Berechnet aus # Tag mit Optimierung} other {Berechnet aus # Tagen mit Optimierung}}",
  ofDevices: "{looked} von {all} Geräten",
  leftOut: "Nicht berücksichtigt: {reasons}",
  leftOutReasons: {
    unknown: "{days, plural, one {# Tag} other {# Tage}}, an denen sich die Optimierung änderte",
    unmeasured: "{days, plural, one {# Tag} other {# Tage}}, nicht vollständig gemessen",
    unpriced: "{days, plural, one {# Tag} other {# Tage}} ohne Preise",
    unreferenced: "{days, plural, one {# Tag} other {# Tage}} ohne genügend Vergleichstage",
  },
  unknownTitle: "Nicht bekannt",
  unknown: {
    kind: "Was Geräte dieser Art sparen, lässt sich so nicht berechnen.",
    priceZone: "Das Gerät hat keine Preiszone. Legen Sie eine in seinen Einstellungen fest.",
    tooLongAgo: "Diese Tage liegen zu lange zurück.",
    notOptimized: "An keinem dieser Tage wurde ein Gerät optimiert.",
    unknown: "Von diesen Tagen ist nicht bekannt, ob ein Gerät den ganzen Tag optimiert wurde.",
    unmeasured: "Jeder dieser Tage wurde zu weniger als 90 % gemessen.",
    unpriced: "Die Day-Ahead-Preise dieser Tage sind nicht bekannt.",
    unreferenced:
      "In den 90 Tagen davor gibt es weniger als 7 Tage ohne Optimierung zum Vergleichen.",
  },
  method: "Wie wird das berechnet?",
  methodText:
    "Die Energie jedes optimierten Tages wird so über den Tag verteilt, wie das Gerät sie an seinen eigenen Tagen ohne Optimierung der 90 Tage davor verbraucht hat. Was das zu den Day-Ahead-Preisen seiner Preiszone gekostet hätte, abzüglich der tatsächlichen Kosten, ist die Ersparnis. Abgaben, Steuern und der Preis des Vertrags sind nicht enthalten.",
  methodError:
    "Der Standardfehler sagt, wie gut sich diese Tage gegenseitig vorhersagen: In etwa zwei von drei Fällen liegt die wahre Ersparnis darin. Eine Gewohnheit, die sich mit der Optimierung geändert hat, ist darin nicht enthalten.",
};
