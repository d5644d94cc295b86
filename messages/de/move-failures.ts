/** Why a building was not handed over on its day. */
export const moveFailures = {
  buildingGone: "Das Gebäude wurde vorher gelöscht oder übergeben.",
  newOwnerGone: "Der neue Kunde wurde gelöscht.",
  newOwnerArchived:
    "Der neue Kunde wurde archiviert. Stellen Sie ihn wieder her und übergeben Sie erneut.",
  buildingTaken: "Der neue Kunde hat an dieser Anschrift schon ein Gebäude.",
  meterPointTaken: "Für einen der Zählpunkte gilt an diesem Tag ein anderer Vertrag.",
  deviceTaken: "Ein anderes Gerät hat die Seriennummer eines der Geräte.",
  tooManyDevices:
    "Es hat zu viele Geräte. Nehmen Sie einige aus dem Gebäude und übergeben Sie erneut.",
  refused: "Mit den Daten dieses Tages ging es nicht. Übergeben Sie erneut, um den Grund zu sehen.",
};
