export const forms = {
  conflict: {
    title: "Was jemand anders gespeichert hat",
    field: "Feld",
    saved: "Jetzt gespeichert",
    typed: "Ihre Eingabe",
    same: "Geändert wurde nichts, was Sie hier sehen.",
    takenOver: "übernommen",
    startOver: "Vom Gespeicherten neu beginnen",
  },
  optional: "freiwillig",
  yourPassword: "Ihr Passwort",
  yourPasswordHint: "Das ist heikel, darum fragen wir noch einmal. Es gilt zehn Minuten.",
  yourCode: "Code Ihres zweiten Faktors",
  yourCodeHint: "Sechs Ziffern Ihrer App oder ein Wiederherstellungscode. Es gilt zehn Minuten.",
  copy: "Kopieren",
  copied: "Kopiert",
  usePasskey: "Passkey verwenden",
  passkeyFailed:
    "Das hat nicht geklappt oder wurde abgebrochen. Versuchen Sie es erneut oder nehmen Sie einen anderen Weg.",
  pending: "Bitte warten …",
  problemTitle: "Etwas stimmt noch nicht",
};

export const password = {
  hint: "Mindestens {least} Zeichen. Ein paar Wörter ohne Zusammenhang ergeben ein gutes Passwort.",
  good: "Gutes Passwort.",
  strong: "Sehr gutes Passwort.",
};
