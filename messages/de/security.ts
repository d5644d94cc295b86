export const secondFactor = {
  title: "Zweiter Faktor",
  description:
    "Etwas, das Sie haben, neben dem Passwort, das Sie wissen: Ohne ihn meldet sich niemand als Sie an.",
  mustSetUp:
    "Ihre Organisation verlangt einen zweiten Faktor. Richten Sie einen ein, um weiterzukommen; bis dahin ist nichts anderes offen.",
  yours: "Ihre zweiten Faktoren",
  lastUsed: "zuletzt benutzt",
  never: "nie",
  kinds: { totp: "Authenticator-App", passkey: "Passkey" },
  remove: "Entfernen",
  addApp: "Authenticator-App hinzufügen",
  addAppHint:
    "Lesen Sie den Code mit einer App wie Aegis, 1Password, Google oder Microsoft Authenticator und geben Sie ein, was sie zeigt.",
  addPasskey: "Passkey hinzufügen",
  addPasskeyHint:
    "Ihr Gerät, ein Telefon oder ein Sicherheitsschlüssel weist Sie durch Fingerabdruck, Gesicht oder PIN aus. Niemand kann Sie dazu bringen, das anderswo einzugeben.",
  defaultPasskeyName: "Dieses Gerät",
  usePasskey: "Passkey verwenden",
  qrCode: "QR-Code mit dem Geheimnis für Ihre Authenticator-App",
  orType: "Oder geben Sie dieses Geheimnis in die App ein:",
  openApp: "In einer App auf diesem Gerät öffnen",
  firstCode: "Code, den die App zeigt",
  name: "Name",
  defaultName: "Mein Telefon",
  codes: "Wiederherstellungscodes",
  codesLeft:
    "Für den Tag, an dem Ihr Telefon verloren geht; jeder gilt einmal. {count, plural, =0 {Keiner ist übrig.} one {Einer ist übrig.} other {# sind übrig.}}",
  replaceCodes: "Neue Wiederherstellungscodes erzeugen",
  codesHint:
    "Bewahren Sie diese Wiederherstellungscodes bei Ihren wichtigen Unterlagen auf. Sie werden nur dieses eine Mal gezeigt, und jeder öffnet Ihr Konto einmal.",
  codesKept: "Ich habe sie aufbewahrt",
  saved: {
    added: "Der zweite Faktor ist hinzugefügt.",
    removed: "Der zweite Faktor ist entfernt.",
  },
  proveTitle: "Noch ein Schritt",
  proveIntro: "Ihr Passwort stimmt. Beweisen Sie es nun mit Ihrem zweiten Faktor.",
  code: "Code",
  codeHint: "Die sechs Ziffern Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.",
  prove: "Anmelden",
  confirmTitle: "Bestätigen Sie, dass Sie es sind",
  confirmIntro: "Was Sie vorhaben, ist heikel, und Ihre letzte Anmeldung liegt eine Weile zurück.",
  confirm: "Bestätigen",
};
