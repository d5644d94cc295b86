/** Why a building was not handed over on its day. */
export const moveFailures = {
  buildingGone: "Das Gebäude wurde bereits gelöscht oder übergeben.",
  newOwnerGone: "Der neue Kunde wurde gelöscht.",
  newOwnerArchived:
    "Der neue Kunde wurde archiviert. Stellen Sie ihn wieder her und übergeben Sie erneut.",
  buildingTaken: "Der neue Kunde hat an dieser Adresse bereits ein Gebäude.",
  meterPointTaken: "Für einen der Zählpunkte gibt es an diesem Tag bereits einen anderen Vertrag.",
  deviceTaken: "Ein anderes Gerät hat dieselbe Seriennummer.",
  tooManyDevices:
    "Das Gebäude hat zu viele Geräte. Ordnen Sie einige einem anderen Gebäude zu und übergeben Sie erneut.",
  refused: "Die Übergabe ist fehlgeschlagen. Starten Sie sie erneut, um den Grund zu sehen.",
};
