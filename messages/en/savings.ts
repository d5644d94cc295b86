export const savings = {
  title: "Savings from shifting consumption",
  description: "Last {days} full days",
  saved: "Saved {amount}, {share}",
  savedWithoutShare: "Saved {amount}",
  lost: "Cost {amount} more, {share}",
  lostWithoutShare: "Cost {amount} more",
  uncertainty: "Standard error: {error}",
  counted:
    "{days, plural, one {Computed from # day with optimisation} other {Computed from # days with optimisation}}",
  ofDevices: "Of {looked, number} out of {all, number} devices, chosen at random",
  leftOut: "Left out: {reasons}",
  leftOutReasons: {
    unknown:
      "{days, plural, one {# day} other {# days}} on which optimisation changed or was not recorded",
    unmeasured: "{days, plural, one {# day} other {# days}} not fully measured",
    unpriced: "{days, plural, one {# day} other {# days}} without prices",
    unreferenced: "{days, plural, one {# day} other {# days}} without enough days to compare with",
  },
  unknownTitle: "Not known",
  unknown: {
    kind: "Savings cannot be computed for this kind of device.",
    priceZone: "The device has no price zone. Set one in its settings.",
    tooLongAgo: "These days are too far in the past.",
    notOptimized: "No device was optimised on these days.",
    unknown: "It was not recorded whether a device was optimised on these days.",
    unmeasured: "Less than 90% of each day was measured.",
    unpriced: "There are no day-ahead prices for these days.",
    unreferenced: "The 90 days before have fewer than 7 days without optimisation to compare with.",
  },
  method: "How is this computed?",
  methodText:
    "The energy of each optimised day is spread over the hours as on the device’s own days without optimisation in the 90 days before. The saving is what this would have cost at the day-ahead prices of the price zone, minus the actual cost. Fees, taxes and the contract’s price are not included.",
  methodError:
    "The standard error shows how well these days predict each other: in about two of three cases, the true saving lies within it. Changes in habits are not included.",
};
