export const savings = {
  title: "Savings from optimisation",
  description: "Last {days} full days",
  saved: "Saved {amount}, {share}",
  savedWithoutShare: "Saved {amount}",
  lost: "{amount} extra cost, {share}",
  lostWithoutShare: "{amount} extra cost",
  uncertainty: "Standard error: {error}",
  counted:
    "{days, plural, one {Based on # day with optimisation} other {Based on # days with optimisation}}",
  ofDevices: "Random sample of {looked, number} of {all, number} devices",
  leftOut: "Excluded: {reasons}",
  leftOutReasons: {
    unknown:
      "{days, plural, one {# day} other {# days}} when optimisation changed or wasn't recorded",
    unmeasured: "{days, plural, one {# day} other {# days}} with incomplete readings",
    unpriced: "{days, plural, one {# day} other {# days}} without prices",
    unreferenced: "{days, plural, one {# day} other {# days}} without enough comparison days",
  },
  unknownTitle: "Not available",
  unknown: {
    kind: "Savings can't be calculated for this device type.",
    priceZone: "The device has no price zone. Set one in its settings.",
    tooLongAgo: "These days are too far in the past.",
    notOptimized: "No devices were optimised on these days.",
    unknown: "No record of optimisation for these days.",
    unmeasured: "Less than 90% of each day was measured.",
    unpriced: "No day-ahead prices for these days.",
    unreferenced:
      "The previous 90 days have fewer than 7 days without optimisation to compare with.",
  },
  method: "How is this calculated?",
  methodText:
    "We compare each optimised day with the device's days without optimisation in the previous 90 days. Savings are the cost of the same energy at that usual hourly pattern minus the actual cost, both at day-ahead prices. Fees, taxes and the contract price are not included.",
  methodError:
    "In about two out of three cases, the actual savings are within the standard error. Changes in habits are not included.",
};
