export const savings = {
  title: "Ersparnis durch Lastverschiebung",
  description: "Letzte {days} volle Tage",
  saved: "{amount} gespart, {share}",
  savedWithoutShare: "{amount} gespart",
  lost: "{amount} mehr gekostet, {share}",
  lostWithoutShare: "{amount} mehr gekostet",
  uncertainty: "Standardfehler: {error}",
  counted:
    "{days, plural, one {Berechnet aus # Tag mit Optimierung} other {Berechnet aus # Tagen mit Optimierung}}",
  ofDevices: "Von {looked, number} zufällig gewählten der {all, number} Geräte",
  leftOut: "Nicht berücksichtigt: {reasons}",
  leftOutReasons: {
    unknown:
      "{days, plural, one {# Tag} other {# Tage}}, an denen sich die Optimierung änderte oder nicht aufgezeichnet wurde",
    unmeasured: "{days, plural, one {# Tag} other {# Tage}}, nicht vollständig gemessen",
    unpriced: "{days, plural, one {# Tag} other {# Tage}} ohne Preise",
    unreferenced: "{days, plural, one {# Tag} other {# Tage}} ohne genügend Vergleichstage",
  },
  unknownTitle: "Nicht bekannt",
  unknown: {
    kind: "Für diese Geräteart lässt sich keine Ersparnis berechnen.",
    priceZone: "Das Gerät hat keine Preiszone. Legen Sie eine in seinen Einstellungen fest.",
    tooLongAgo: "Diese Tage liegen zu lange zurück.",
    notOptimized: "An keinem dieser Tage wurde ein Gerät optimiert.",
    unknown: "Für diese Tage wurde nicht aufgezeichnet, ob ein Gerät optimiert wurde.",
    unmeasured: "Weniger als 90 % jedes Tages wurden gemessen.",
    unpriced: "Für diese Tage gibt es keine Day-Ahead-Preise.",
    unreferenced:
      "In den 90 Tagen davor gibt es weniger als 7 Tage ohne Optimierung zum Vergleichen.",
  },
  method: "Wie wird das berechnet?",
  methodText:
    "Die Energie jedes optimierten Tages wird so auf die Stunden verteilt wie an den Tagen ohne Optimierung, die das Gerät in den 90 Tagen davor hatte. Die Ersparnis ist, was das zu den Day-Ahead-Preisen der Preiszone gekostet hätte, abzüglich der tatsächlichen Kosten. Abgaben, Steuern und der Vertragspreis sind nicht enthalten.",
  methodError:
    "Der Standardfehler zeigt, wie gut sich diese Tage gegenseitig vorhersagen: In etwa zwei von drei Fällen liegt die tatsächliche Ersparnis innerhalb. Geänderte Gewohnheiten sind nicht berücksichtigt.",
};
