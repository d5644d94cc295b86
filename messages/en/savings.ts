export const savings = {
  title: "Savings by shifting",
  description: "The last {days} days that are over",
  saved: "Saved {amount}, {share}",
  savedWithoutShare: "Saved {amount}",
  lost: "Cost {amount} more, {share}",
  lostWithoutShare: "Cost {amount} more",
  uncertainty: "Standard error: {error}",
  counted:
    "{days, plural, one {Computed from # day with optimization} other {Computed from # days with optimization}}",
  ofDevices: "{looked} of {all} devices",
  leftOut: "Left out: {reasons}",
  leftOutReasons: {
    unknown: "{days, plural, one {# day} other {# days}} on which optimization changed",
    unmeasured: "{days, plural, one {# day} other {# days}} not fully measured",
    unpriced: "{days, plural, one {# day} other {# days}} without prices",
    unreferenced: "{days, plural, one {# day} other {# days}} without enough days to compare with",
  },
  unknownTitle: "Not known",
  unknown: {
    kind: "What devices of this kind save cannot be computed in this way.",
    priceZone: "The device has no price zone. Set one in its settings.",
    tooLongAgo: "These days are too long ago.",
    notOptimized: "On none of these days was a device optimized.",
    unknown: "Nobody knows of these days whether a device was optimized all day.",
    unmeasured: "Less than 90 % of each day was measured.",
    unpriced: "Day-ahead prices of these days are not known.",
    unreferenced:
      "There are fewer than 7 days without optimization in the 90 days before to compare with.",
  },
  method: "How is this computed?",
  methodText:
    "The energy of each optimized day is spread over the day as the device used it on its own days without optimization, of the 90 days before. What that would have cost at the day-ahead prices of its price zone, less what the energy did cost, is the saving. Fees, taxes and the contract’s own price are not in it.",
  methodError:
    "The standard error says how well those days foretell each other: in about two of three cases the true saving lies within it. A habit that changed when optimization began is not in it.",
};
