/** Why a building was not handed over on its day. */
export const moveFailures = {
  buildingGone: "The building was already deleted or handed over.",
  newOwnerGone: "The new customer was deleted.",
  newOwnerArchived: "The new customer was archived. Restore the customer and try again.",
  buildingTaken: "The new customer already has a building at this address.",
  meterPointTaken: "Another contract covers one of the meter points on that day.",
  deviceTaken: "Another device has the same serial number.",
  tooManyDevices: "The building has too many devices. Move some to another building and try again.",
  refused: "The handover failed. Start it again to see why.",
};
