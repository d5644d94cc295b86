export const forms = {
  conflict: {
    title: "Changed by someone else",
    field: "Field",
    saved: "Saved version",
    typed: "Your version",
    same: "No differences in the fields shown here",
    takenOver: "applied",
    startOver: "Discard mine",
  },
  optional: "optional",
  yourPassword: "Your password",
  yourPasswordHint: "We won't ask again for 10 minutes.",
  yourCode: "Two-factor code",
  yourCodeHint:
    "The 6-digit code from your app, or a recovery code. We won't ask again for 10 minutes.",
  showPassword: "Show password",
  showSecret: "Show secret",
  copy: "Copy",
  copied: "Copied",
  usePasskey: "Use passkey",
  passkeyFailed: "The passkey didn't work or was cancelled. Try again or use another method.",
  pending: "Please wait …",
  problemTitle: "{count, plural, one {Fix # field} other {Fix # fields}}",
  requiredField: "{field} is required.",
  fieldProblem: "{field}: {problem}",
};

export const password = {
  hint: "At least {least} characters. A few unrelated words work well.",
  good: "Strong password",
  strong: "Very strong password",
};
