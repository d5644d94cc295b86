/** Why a building was not handed over on its day. */
export const moveFailures = {
  buildingGone: "The building was deleted or handed over before.",
  newOwnerGone: "The new customer was deleted.",
  newOwnerArchived: "The new customer was archived. Restore them and hand over again.",
  buildingTaken: "The new customer has a building of this address already.",
  meterPointTaken: "Another contract holds for one of its meter points on that day.",
  deviceTaken: "Another device has the serial number of one of its devices.",
  tooManyDevices: "It has too many devices. Take some out of the building and hand over again.",
  refused: "It could not be handed over as the records were. Hand over again to see why.",
};
