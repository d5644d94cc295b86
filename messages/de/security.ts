export const secondFactor = {
  title: "Zwei-Faktor-Authentifizierung",
  description: "Zusätzlicher Schutz bei der Anmeldung",
  mustSetUp:
    "Ihre Organisation verlangt Zwei-Faktor-Authentifizierung. Richten Sie sie ein, um fortzufahren.",
  yours: "Ihre Methoden",
  lastUsed: "zuletzt verwendet",
  never: "nie",
  kinds: { totp: "Authenticator-App", passkey: "Passkey" },
  remove: "Entfernen",
  addApp: "Authenticator-App hinzufügen",
  addAppHint:
    "Scannen Sie den QR-Code mit einer App wie 1Password, Google oder Microsoft Authenticator und geben Sie den angezeigten Code ein.",
  addPasskey: "Passkey hinzufügen",
  addPasskeyHint:
    "Ihr Gerät, Telefon oder Sicherheitsschlüssel bestätigt Sie per Fingerabdruck, Gesicht oder PIN. Schützt vor Phishing.",
  defaultPasskeyName: "Dieses Gerät",
  usePasskey: "Passkey verwenden",
  qrCode: "QR-Code für Ihre Authenticator-App",
  orType: "Oder geben Sie diesen Schlüssel in der App ein:",
  openApp: "In einer App auf diesem Gerät öffnen",
  firstCode: "6-stelliger Code",
  name: "Name",
  defaultName: "Mein Telefon",
  codes: "Wiederherstellungscodes",
  codesLeft:
    "Falls Sie Ihr Telefon verlieren. Jeder Code gilt einmal. {count, plural, =0 {Keiner übrig.} one {1 übrig.} other {# übrig.}}",
  replaceCodes: "Neue Wiederherstellungscodes erzeugen",
  codesHint:
    "Bewahren Sie diese Codes sicher auf. Sie werden nur einmal angezeigt, und jeder gilt einmal.",
  codesKept: "Gespeichert",
  saved: {
    added: "Methode hinzugefügt.",
    removed: "Methode entfernt.",
  },
  proveTitle: "Zwei-Faktor-Authentifizierung",
  proveIntro: "Geben Sie einen Code ein oder verwenden Sie Ihren Passkey.",
  code: "Code",
  codeHint: "Aus Ihrer Authenticator-App oder ein Wiederherstellungscode",
  prove: "Anmelden",
  confirmTitle: "Bitte bestätigen Sie Ihre Identität",
  confirmIntro: "Diese Aktion ist besonders geschützt. Die Bestätigung gilt 10 Minuten.",
  confirm: "Bestätigen",
};
