export const savings = {
  title: "Ersparnis durch Optimierung",
  description: "Letzte {days} volle Tage",
  saved: "{amount} gespart, {share}",
  savedWithoutShare: "{amount} gespart",
  lost: "{amount} Mehrkosten, {share}",
  lostWithoutShare: "{amount} Mehrkosten",
  uncertainty: "Standardfehler: {error}",
  counted:
    "{days, plural, one {Basierend auf # Tag mit Optimierung} other {Basierend auf # Tagen mit Optimierung}}",
  ofDevices: "Stichprobe: {looked, number} von {all, number} Geräten",
  leftOut: "Nicht berücksichtigt: {reasons}",
  leftOutReasons: {
    unknown:
      "{days, plural, one {# Tag} other {# Tage}} mit geänderter oder nicht aufgezeichneter Optimierung",
    unmeasured: "{days, plural, one {# Tag} other {# Tage}} mit unvollständigen Messwerten",
    unpriced: "{days, plural, one {# Tag} other {# Tage}} ohne Preise",
    unreferenced: "{days, plural, one {# Tag} other {# Tage}} ohne genügend Vergleichstage",
  },
  unknownTitle: "Nicht verfügbar",
  unknown: {
    kind: "Für diesen Gerätetyp kann keine Ersparnis berechnet werden.",
    priceZone: "Das Gerät hat keine Preiszone. Legen Sie sie in den Einstellungen fest.",
    tooLongAgo: "Diese Tage liegen zu lange zurück.",
    notOptimized: "An diesen Tagen wurde kein Gerät optimiert.",
    unknown: "Für diese Tage liegen keine Aufzeichnungen zur Optimierung vor.",
    unmeasured: "Weniger als 90 % jedes Tages wurden gemessen.",
    unpriced: "Keine Day-Ahead-Preise für diese Tage.",
    unreferenced:
      "In den vorherigen 90 Tagen gibt es weniger als 7 Vergleichstage ohne Optimierung.",
  },
  method: "Wie wird das berechnet?",
  methodText:
    "Jeder optimierte Tag wird mit den Tagen ohne Optimierung in den 90 Tagen davor verglichen. Die Ersparnis sind die Kosten derselben Energie beim üblichen Stundenprofil abzüglich der tatsächlichen Kosten, jeweils zu Day-Ahead-Preisen. Abgaben, Steuern und der Vertragspreis sind nicht enthalten.",
  methodError:
    "In etwa zwei von drei Fällen liegt die tatsächliche Ersparnis innerhalb des Standardfehlers. Geändertes Verhalten ist nicht berücksichtigt.",
};
