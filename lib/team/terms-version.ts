/** The terms of service that are accepted today; written down with each acceptance. */
export const termsVersion = "2026-11";
