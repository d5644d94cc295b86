export const forms = {
  conflict: {
    title: "What somebody else has saved",
    field: "Field",
    saved: "Saved now",
    typed: "You typed",
    same: "They changed nothing that you see here.",
    takenOver: "taken over",
    startOver: "Start over from what is saved",
  },
  optional: "optional",
  yourPassword: "Your password",
  yourPasswordHint: "This is sensitive, so we ask again. It holds for ten minutes.",
  yourCode: "Code of your second factor",
  yourCodeHint: "Six digits of your app, or a recovery code. It holds for ten minutes.",
  copy: "Copy",
  copied: "Copied",
  usePasskey: "Use a passkey",
  passkeyFailed: "That did not work, or was cancelled. Please try again, or use another way.",
  pending: "Please wait …",
  problemTitle: "There is a problem",
};

export const password = {
  hint: "At least {least} characters. A few unrelated words make a good password.",
  good: "Good password.",
  strong: "Very good password.",
};
