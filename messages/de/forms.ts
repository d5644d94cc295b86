export const forms = {
  conflict: {
    title: "Von jemand anderem geändert",
    field: "Feld",
    saved: "Gespeichert",
    typed: "Ihre Eingabe",
    same: "Keine Unterschiede in den Feldern dieses Formulars",
    takenOver: "übernommen",
    startOver: "Meine Eingaben verwerfen",
  },
  optional: "optional",
  yourPassword: "Ihr Passwort",
  yourPasswordHint: "Gilt für die nächsten 10 Minuten.",
  yourCode: "Zwei-Faktor-Code",
  yourCodeHint: "6-stelliger Code aus Ihrer App oder ein Wiederherstellungscode (gilt 10 Minuten).",
  showPassword: "Passwort anzeigen",
  showSecret: "Secret anzeigen",
  copy: "Kopieren",
  copied: "Kopiert",
  usePasskey: "Passkey verwenden",
  passkeyFailed:
    "Der Passkey hat nicht funktioniert oder wurde abgebrochen. Versuchen Sie es erneut oder nutzen Sie eine andere Methode.",
  pending: "Bitte warten …",
  problemTitle: "{count, plural, one {Bitte prüfen Sie # Feld} other {Bitte prüfen Sie # Felder}}",
  requiredField: "{field} ist erforderlich.",
  fieldProblem: "{field}: {problem}",
};

export const password = {
  hint: "Mindestens {least} Zeichen. Mehrere zufällige Wörter eignen sich gut.",
  good: "Sicheres Passwort",
  strong: "Sehr sicheres Passwort",
};
